DELETE FROM drafts WHERE login = :login AND key = :key
