-- what stands in front of the ledger and of the projections; names after `temp.` cannot reach the file
DROP VIEW IF EXISTS temp.entries;
DROP TABLE IF EXISTS temp.known_until;
DROP TABLE IF EXISTS temp.subjects;
DROP TABLE IF EXISTS temp.obligations;
DROP TABLE IF EXISTS temp.findings;
DROP TABLE IF EXISTS temp.appointments;
DROP TABLE IF EXISTS temp.kits;
DROP TABLE IF EXISTS temp.search;
