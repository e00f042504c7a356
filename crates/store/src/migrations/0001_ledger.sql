-- The ledger: the record itself. Everything in 0002 can be computed from it.

CREATE TABLE migrations (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

-- One row for each version of each record; columns as in docs/decisions/003.
CREATE TABLE entries (
  position      INTEGER PRIMARY KEY,
  id            BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  device        BLOB NOT NULL CHECK (length(device) = 16),
  sequence      INTEGER NOT NULL CHECK (sequence > 0),
  record        BLOB NOT NULL CHECK (length(record) = 16),
  supersedes    BLOB CHECK (length(supersedes) = 16),
  subject       BLOB CHECK (length(subject) = 16),
  author_login  TEXT NOT NULL,
  author_name   TEXT NOT NULL,
  author_role   TEXT NOT NULL,
  recorded_at   TEXT NOT NULL,
  reason        TEXT,
  payload       TEXT NOT NULL,
  previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
  hash          BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (device, sequence)
) STRICT;

CREATE INDEX entries_subject ON entries (subject, position);

CREATE TRIGGER entries_are_never_updated BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE(ABORT, 'entries are never updated');
END;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN
  SELECT RAISE(ABORT, 'entries are never deleted');
END;

-- What this file says of itself: its device, its last proven backup.
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One key a subject, under which the identity is sealed; NULL once the identity was erased.
CREATE TABLE subject_keys (
  subject BLOB PRIMARY KEY CHECK (length(subject) = 16),
  key     BLOB CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;
