-- the unsettled windows that hold a day from one day to another, most urgent first (index only)
SELECT subject, subject_code, key, earliest_on, due_on, latest_on
FROM obligations
WHERE settled IS NULL AND earliest_on <= :to AND latest_on >= :from
ORDER BY latest_on, due_on, subject_code, key
