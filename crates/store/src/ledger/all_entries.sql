-- everything, in the order in which this file got it (export)
SELECT id, device, sequence, record, supersedes, subject, author_login, author_name, author_role, recorded_at, reason,
  payload, hash
FROM entries ORDER BY position
