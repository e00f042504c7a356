DELETE FROM findings WHERE subject = :subject
