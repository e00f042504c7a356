-- Documents that entries name by their digest: laboratories' files and the tables read from them. Part of the record.

CREATE TABLE attachments (
  sha256   BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  bytes    INTEGER NOT NULL CHECK (bytes >= 0),
  deflated BLOB NOT NULL
) STRICT;

CREATE TRIGGER attachments_are_never_updated BEFORE UPDATE ON attachments
BEGIN
  SELECT RAISE(ABORT, 'attachments are never updated');
END;

CREATE TRIGGER attachments_are_never_deleted BEFORE DELETE ON attachments
BEGIN
  SELECT RAISE(ABORT, 'attachments are never deleted');
END;
