-- one obligation by its name
SELECT subject, subject_code, key, what, earliest_on, due_on, latest_on, settled, tasks, json
FROM obligations WHERE subject = :subject AND key = :key ORDER BY position LIMIT 1
