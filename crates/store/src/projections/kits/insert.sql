INSERT INTO kits (subject, position, subject_code, key, needed_on, open, json)
VALUES (:subject, :position, :subject_code, :key, :needed_on, :open, :json)
