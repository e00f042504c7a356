-- a new key; never in place of an erased one
INSERT INTO subject_keys (subject, key) VALUES (:subject, :key)
