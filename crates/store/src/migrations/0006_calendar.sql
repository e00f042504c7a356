-- Planned contacts by day, and what is due by day with its tasks: the calendar and the forecast walk through no row.

ALTER TABLE obligations ADD COLUMN tasks TEXT NOT NULL DEFAULT '';

CREATE INDEX obligations_due ON obligations (due_on, key, tasks, subject, settled)
  WHERE settled IS NULL;

CREATE TABLE appointments (
  subject      BLOB NOT NULL CHECK (length(subject) = 16),
  record       BLOB NOT NULL CHECK (length(record) = 16),
  subject_code TEXT NOT NULL,
  planned_on   TEXT NOT NULL,
  planned_at   TEXT NOT NULL,
  open         INTEGER NOT NULL CHECK (open IN (0, 1)),
  keys         TEXT NOT NULL,
  uid          TEXT NOT NULL,
  json         TEXT NOT NULL,
  PRIMARY KEY (subject, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX appointments_by_day ON appointments (planned_on, planned_at, subject_code, record);
-- Who has a date for what: asked beside every line of work.
CREATE INDEX appointments_open ON appointments (planned_on, planned_at, subject, keys, open) WHERE open = 1;
CREATE INDEX appointments_by_uid ON appointments (uid);

-- Kits of samples that are taken elsewhere, those that want somebody apart.
CREATE TABLE kits (
  subject      BLOB NOT NULL CHECK (length(subject) = 16),
  position     INTEGER NOT NULL,
  subject_code TEXT NOT NULL,
  key          TEXT NOT NULL,
  needed_on    TEXT NOT NULL,
  open         INTEGER NOT NULL CHECK (open IN (0, 1)),
  json         TEXT NOT NULL,
  PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX kits_open ON kits (needed_on, subject_code, key) WHERE open = 1;
