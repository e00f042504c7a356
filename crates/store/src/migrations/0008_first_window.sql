-- What presses on somebody depends on the day that is asked about; the row holds what opens first, which does not.
ALTER TABLE subjects RENAME COLUMN pressing_earliest_on TO first_earliest_on;
ALTER TABLE subjects RENAME COLUMN pressing_due_on TO first_due_on;
ALTER TABLE subjects RENAME COLUMN pressing_latest_on TO first_latest_on;
ALTER TABLE subjects RENAME COLUMN next_label TO first_label;
