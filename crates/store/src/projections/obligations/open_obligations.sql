-- what may be done by a day and is not settled, most urgent first: sorted in the index, then one page fetched
SELECT obligations.subject, obligations.subject_code, obligations.key, what, obligations.earliest_on,
  obligations.due_on, obligations.latest_on, settled, tasks, json
FROM (
  SELECT subject, position FROM obligations
  WHERE settled IS NULL AND earliest_on <= :horizon
  ORDER BY latest_on, due_on, subject_code, key
  LIMIT :limit OFFSET :offset
) AS page
CROSS JOIN obligations ON obligations.subject = page.subject AND obligations.position = page.position
ORDER BY obligations.latest_on, obligations.due_on, obligations.subject_code, obligations.key
