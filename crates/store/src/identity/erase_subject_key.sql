-- destroys the key and remembers that there was one
INSERT INTO subject_keys (subject, key) VALUES (:subject, NULL)
ON CONFLICT (subject) DO UPDATE SET key = NULL
