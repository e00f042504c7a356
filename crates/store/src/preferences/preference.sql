-- what one person prefers
SELECT value FROM preferences WHERE login = :login AND key = :key
