-- kits that are not back and are needed by a day, the first ones first
SELECT subject, subject_code, key, needed_on, open, json
FROM kits WHERE open = 1 AND needed_on <= :horizon
ORDER BY needed_on, subject_code, key
