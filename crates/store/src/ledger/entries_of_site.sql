-- facts of the site: who and what it is, users, protocols
SELECT id, device, sequence, record, supersedes, subject, author_login, author_name, author_role, recorded_at, reason,
  payload
FROM entries WHERE subject IS NULL ORDER BY position
