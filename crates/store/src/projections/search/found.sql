-- subjects whose text holds what was typed, by code
SELECT subjects.subject, code, sex, born_on, status, protocol, language, first_dosed_on, enrolled_on,
  first_earliest_on, first_due_on, first_latest_on, first_label, open_findings, worst_severity
FROM search JOIN subjects ON subjects.subject = search.subject
WHERE instr(search.text, :text) > 0
ORDER BY code
