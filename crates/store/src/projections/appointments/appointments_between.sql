-- who is expected from one day to another, in the order of the days
SELECT subject, record, subject_code, planned_on, planned_at, open, keys, uid, json
FROM appointments WHERE planned_on BETWEEN :from AND :to
ORDER BY planned_on, planned_at, subject_code, record
