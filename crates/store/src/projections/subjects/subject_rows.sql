-- everybody, by code
SELECT subject, code, sex, born_on, status, protocol, language, first_dosed_on, enrolled_on, first_earliest_on,
  first_due_on, first_latest_on, first_label, open_findings, worst_severity
FROM subjects ORDER BY code
