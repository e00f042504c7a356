-- one subject's schedule, by day
SELECT subject, subject_code, key, what, earliest_on, due_on, latest_on, settled, tasks, json
FROM obligations WHERE subject = :subject ORDER BY due_on, latest_on, key
