-- everybody, by code
SELECT subject, code, sex, born_on, status, protocol, language, first_dosed_on, enrolled_on, pressing_earliest_on,
  pressing_due_on, pressing_latest_on, next_label, open_findings, worst_severity
FROM subjects ORDER BY code
