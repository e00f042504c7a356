INSERT INTO findings (subject, position, subject_code, key, rule, severity, seen_on, standing, open, json)
VALUES (:subject, :position, :subject_code, :key, :rule, :severity, :seen_on, :standing, :open, :json)
