-- findings a person still has to judge, newest first
SELECT subject, subject_code, key, rule, severity, seen_on, standing, open, json
FROM findings WHERE open = 1 ORDER BY seen_on DESC, subject_code, key LIMIT :limit
