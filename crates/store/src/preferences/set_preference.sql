INSERT INTO preferences (login, key, value) VALUES (:login, :key, :value)
ON CONFLICT (login, key) DO UPDATE SET value = excluded.value
