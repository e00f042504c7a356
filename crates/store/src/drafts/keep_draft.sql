-- what is being typed, as it stands
INSERT INTO drafts (login, key, subject, json, kept_at) VALUES (:login, :key, :subject, :json, :kept_at)
ON CONFLICT (login, key) DO UPDATE
  SET subject = excluded.subject, json = excluded.json, kept_at = excluded.kept_at
