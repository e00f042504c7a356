-- the windows alone of all that may be done by a day and is not settled, most urgent first (index only)
SELECT subject, subject_code, key, earliest_on, due_on, latest_on
FROM obligations
WHERE settled IS NULL AND earliest_on <= :horizon
ORDER BY latest_on, due_on, subject_code, key
