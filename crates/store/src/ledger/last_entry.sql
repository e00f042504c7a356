-- the newest line, whoever wrote it
SELECT recorded_at FROM entries ORDER BY position DESC LIMIT 1
