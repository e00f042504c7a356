-- everything one person left unfinished, newest first
SELECT key, subject, json, kept_at FROM drafts WHERE login = :login ORDER BY kept_at DESC, key
