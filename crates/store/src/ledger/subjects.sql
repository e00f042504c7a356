-- every subject the ledger speaks of: one index seek each instead of a walk over all entries
WITH RECURSIVE known (subject) AS (
  SELECT (SELECT min(subject) FROM entries)
  UNION ALL
  SELECT (SELECT min(subject) FROM entries WHERE subject > known.subject) FROM known WHERE known.subject IS NOT NULL
)
SELECT subject FROM known WHERE subject IS NOT NULL
