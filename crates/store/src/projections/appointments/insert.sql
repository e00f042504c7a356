INSERT INTO appointments (subject, record, subject_code, planned_on, planned_at, open, keys, uid, json)
VALUES (:subject, :record, :subject_code, :planned_on, :planned_at, :open, :keys, :uid, :json)
