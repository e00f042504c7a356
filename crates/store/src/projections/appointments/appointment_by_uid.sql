-- the appointment that another calendar knows by a name
SELECT subject, record, subject_code, planned_on, planned_at, open, keys, uid, json
FROM appointments WHERE uid = :uid
ORDER BY planned_on DESC, record LIMIT 1
