INSERT INTO search (subject, text) VALUES (:subject, :text)
