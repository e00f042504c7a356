DELETE FROM appointments WHERE subject = :subject
