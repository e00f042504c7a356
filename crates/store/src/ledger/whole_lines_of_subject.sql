-- one subject's ledger with its hashes: what goes along when it is handed over
SELECT id, device, sequence, record, supersedes, subject, author_login, author_name, author_role, recorded_at, reason,
  payload, previous_hash, hash
FROM entries WHERE subject = :subject ORDER BY position
