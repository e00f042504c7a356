-- Parameters of SQLCipher 4 for ever, whatever a later release prefers.
PRAGMA cipher_compatibility = 4;
-- Wiping and locking each allocation of SQLite costs much and hides little: the decrypted facts are in this
-- program's own memory as well.
PRAGMA cipher_memory_security = OFF;
-- Sorting never spills to a file.
PRAGMA temp_store = MEMORY;
-- Pages stay decrypted in memory: up to 32 MiB, which holds the worklist of some thousand subjects.
PRAGMA cache_size = -32768;
-- What is deleted (a draft, an identity's key) is overwritten, not only forgotten.
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
-- REPLACE fires the triggers that refuse deletion.
PRAGMA recursive_triggers = ON;
-- Functions named inside a damaged or forged schema are not run.
PRAGMA trusted_schema = OFF;
-- Drives with a cache of their own (macOS) are told to empty it.
PRAGMA fullfsync = ON;
PRAGMA checkpoint_fullfsync = ON;
