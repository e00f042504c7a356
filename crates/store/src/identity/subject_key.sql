-- the key of one subject's identity; a NULL key means that it was erased
SELECT key FROM subject_keys WHERE subject = :subject
