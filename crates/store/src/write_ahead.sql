-- Taken before the log is opened, so that its index lives in memory and network shares work (SQLite, wal.html 6).
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = WAL;
-- An acknowledged save survives a power cut.
PRAGMA synchronous = FULL;
