-- every device's chain, link after link (verify); of the file, also while one looks back
SELECT id, device, sequence, record, supersedes, subject, author_login, author_name, author_role, recorded_at, reason,
  payload, previous_hash, hash
FROM main.entries ORDER BY device, sequence
