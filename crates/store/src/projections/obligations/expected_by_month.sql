-- how many unsettled obligations of each kind fall due in each month (index only), by the subject's protocol
SELECT substr(due_on, 1, 7) AS month, subjects.protocol AS protocol, key, tasks, count(*) AS count
FROM obligations INDEXED BY obligations_due CROSS JOIN subjects ON subjects.subject = obligations.subject
WHERE settled IS NULL
GROUP BY month, subjects.protocol, key, tasks
