-- Rows computed from the ledger; dropped and refilled at will. Dates are ISO 8601 text, which sorts as dates.

CREATE TABLE subjects (
  subject              BLOB PRIMARY KEY CHECK (length(subject) = 16),
  code                 TEXT NOT NULL COLLATE NOCASE UNIQUE,
  sex                  TEXT NOT NULL,
  born_on              TEXT NOT NULL,
  status               TEXT NOT NULL,
  protocol             TEXT NOT NULL,
  language             TEXT NOT NULL,
  first_dosed_on       TEXT,
  enrolled_on          TEXT NOT NULL,
  pressing_earliest_on TEXT,
  pressing_due_on      TEXT,
  pressing_latest_on   TEXT,
  next_label           TEXT NOT NULL,
  open_findings        INTEGER NOT NULL,
  worst_severity       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `position` is the place in the caller's list: two rows with one key are odd, but must not stop a save.
CREATE TABLE obligations (
  subject      BLOB NOT NULL CHECK (length(subject) = 16),
  position     INTEGER NOT NULL,
  subject_code TEXT NOT NULL,
  key          TEXT NOT NULL,
  what         TEXT NOT NULL,
  earliest_on  TEXT NOT NULL,
  due_on       TEXT NOT NULL,
  latest_on    TEXT NOT NULL,
  settled      TEXT,
  json         TEXT NOT NULL,
  PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;

-- Holds all that the worklist sorts and counts by, so that rows are only fetched for the page that is shown.
-- `settled` is always NULL in it; without the column SQLite would look into each row to see that.
CREATE INDEX obligations_unsettled ON obligations (earliest_on, latest_on, due_on, subject_code, key, settled)
  WHERE settled IS NULL;

CREATE TABLE findings (
  subject      BLOB NOT NULL CHECK (length(subject) = 16),
  position     INTEGER NOT NULL,
  subject_code TEXT NOT NULL,
  key          TEXT NOT NULL,
  rule         TEXT NOT NULL,
  severity     TEXT NOT NULL,
  seen_on      TEXT NOT NULL,
  standing     TEXT NOT NULL,
  open         INTEGER NOT NULL CHECK (open IN (0, 1)),
  json         TEXT NOT NULL,
  PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX findings_open ON findings (open, seen_on) WHERE open = 1;

CREATE TABLE search (
  subject BLOB PRIMARY KEY CHECK (length(subject) = 16),
  text    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
