-- What belongs to a person at the desk and is no fact: what was being typed, and what they prefer.

CREATE TABLE drafts (
  login   TEXT NOT NULL,
  key     TEXT NOT NULL,
  subject BLOB CHECK (length(subject) = 16),
  json    TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (login, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE preferences (
  login TEXT NOT NULL,
  key   TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (login, key)
) STRICT, WITHOUT ROWID;
