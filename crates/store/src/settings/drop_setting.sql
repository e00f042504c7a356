-- says it no more
DELETE FROM settings WHERE name = :name
