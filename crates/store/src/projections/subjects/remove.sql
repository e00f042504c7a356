DELETE FROM subjects WHERE subject = :subject
