-- one subject's ledger, in the order in which this file got it
SELECT id, device, sequence, record, supersedes, subject, author_login, author_name, author_role, recorded_at, reason,
  payload
FROM entries WHERE subject = :subject ORDER BY position
