-- the last line this device wrote
SELECT sequence, hash FROM entries WHERE device = :device ORDER BY sequence DESC LIMIT 1
