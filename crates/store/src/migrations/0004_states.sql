-- Who is on follow-up and what presses on them, without the rest of the row: the home line counts everybody each time.
CREATE INDEX subjects_states ON subjects
  (code, subject, status, protocol, pressing_earliest_on, pressing_due_on, pressing_latest_on);
