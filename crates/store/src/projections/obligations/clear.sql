DELETE FROM obligations
