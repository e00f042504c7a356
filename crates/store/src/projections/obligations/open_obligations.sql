-- what may be done by a day and is not settled, most urgent first
SELECT subject, subject_code, key, what, earliest_on, due_on, latest_on, settled, json
FROM obligations
WHERE settled IS NULL AND earliest_on <= :horizon
ORDER BY latest_on, due_on, subject_code, key
LIMIT :limit OFFSET :offset
