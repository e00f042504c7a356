DELETE FROM obligations WHERE subject = :subject
