-- one subject by what people read; capital letters or not (the column's collation)
SELECT subject, code, sex, born_on, status, protocol, language, first_dosed_on, enrolled_on, pressing_earliest_on,
  pressing_due_on, pressing_latest_on, next_label, open_findings, worst_severity
FROM subjects WHERE code = :code
