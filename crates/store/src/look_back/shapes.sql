-- how the tables and indexes of the file were made, tables before their indexes
SELECT tbl_name AS name, sql FROM main.sqlite_schema
WHERE type IN ('table', 'index') AND sql IS NOT NULL
ORDER BY type DESC, name
