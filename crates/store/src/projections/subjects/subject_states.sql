-- everybody's state, by code (index only)
SELECT subject, code, status, protocol, pressing_earliest_on, pressing_due_on, pressing_latest_on
FROM subjects INDEXED BY subjects_states ORDER BY code
