DELETE FROM subjects
