DELETE FROM kits WHERE subject = :subject
