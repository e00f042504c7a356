-- one thing the file says of itself
SELECT value FROM settings WHERE name = :name
