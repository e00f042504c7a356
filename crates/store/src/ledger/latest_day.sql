-- the latest day that an entry bears by its author's clock, of the entry that is named and all that came after it; of
-- all when none is named (walks the index from its end: what lies before the named one is rare there)
SELECT substr(recorded_at, 1, 10) AS day FROM entries
WHERE position >= COALESCE((SELECT position FROM entries WHERE id = :since), 0)
ORDER BY substr(recorded_at, 1, 10) DESC LIMIT 1
