DELETE FROM appointments
