INSERT INTO obligations
  (subject, position, subject_code, key, what, earliest_on, due_on, latest_on, settled, tasks, json)
VALUES
  (:subject, :position, :subject_code, :key, :what, :earliest_on, :due_on, :latest_on, :settled, :tasks, :json)
