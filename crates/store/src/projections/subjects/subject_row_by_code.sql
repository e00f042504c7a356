-- one subject by what people read; capital letters or not (the column's collation)
SELECT subject, code, sex, born_on, status, protocol, language, first_dosed_on, enrolled_on, first_earliest_on,
  first_due_on, first_latest_on, first_label, open_findings, worst_severity
FROM subjects WHERE code = :code
