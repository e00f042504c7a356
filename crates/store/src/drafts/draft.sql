SELECT key, subject, json, kept_at FROM drafts WHERE login = :login AND key = :key
