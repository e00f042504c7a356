-- one subject's appointments, by day
SELECT subject, record, subject_code, planned_on, planned_at, open, keys, uid, json
FROM appointments WHERE subject = :subject
ORDER BY planned_on, planned_at, record
