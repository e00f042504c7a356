-- who still has a date from a day on, and for what (index only)
SELECT subject, keys, planned_on, planned_at
FROM appointments WHERE open = 1 AND planned_on >= :from
ORDER BY planned_on, planned_at
