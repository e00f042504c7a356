DELETE FROM search WHERE subject = :subject
