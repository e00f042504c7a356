INSERT INTO temp.known_until (day) VALUES (:day)
