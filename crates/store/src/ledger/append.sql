-- the only INSERT into the ledger
INSERT INTO entries (
  id, device, sequence, record, supersedes, subject, author_login, author_name, author_role, recorded_at, reason,
  payload, previous_hash, hash
) VALUES (
  :id, :device, :sequence, :record, :supersedes, :subject, :author_login, :author_name, :author_role, :recorded_at,
  :reason, :payload, :previous_hash, :hash
)
