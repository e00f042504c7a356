-- everybody's state, by code (index only)
SELECT subject, code, status, protocol, first_earliest_on, first_due_on, first_latest_on
FROM subjects INDEXED BY subjects_states ORDER BY code
