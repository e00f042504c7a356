-- what stands in front of the ledger; names after `temp.` cannot reach the file
DROP VIEW IF EXISTS temp.entries;
DROP TABLE IF EXISTS temp.known_until;
