-- subjects whose text holds what was typed, by code
SELECT subjects.subject, code, sex, born_on, status, protocol, language, first_dosed_on, enrolled_on,
  pressing_earliest_on, pressing_due_on, pressing_latest_on, next_label, open_findings, worst_severity
FROM search JOIN subjects ON subjects.subject = search.subject
WHERE instr(search.text, :text) > 0
ORDER BY code
