-- one applied step and the digest of its text
INSERT INTO migrations (number, name, sha256) VALUES (:number, :name, :sha256)
