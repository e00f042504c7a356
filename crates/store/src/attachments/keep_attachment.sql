-- a document that is there already is the same document
INSERT INTO attachments (sha256, bytes, deflated) VALUES (:sha256, :bytes, :deflated)
ON CONFLICT (sha256) DO NOTHING
