-- whatever was ever found, judged or not, newest first
SELECT subject, subject_code, key, rule, severity, seen_on, standing, open, json
FROM findings ORDER BY seen_on DESC, subject_code, key
