-- one subject's findings, newest first
SELECT subject, subject_code, key, rule, severity, seen_on, standing, open, json
FROM findings WHERE subject = :subject ORDER BY seen_on DESC, key
