-- what was known at the end of a day stands in front of what is known now; the day that was asked for is put in after
CREATE TEMP TABLE known_until (day TEXT NOT NULL) STRICT;
CREATE TEMP VIEW entries AS
  SELECT position, id, device, sequence, record, supersedes, subject, author_login, author_name, author_role,
    recorded_at, reason, payload, previous_hash, hash
  FROM main.entries WHERE substr(recorded_at, 1, 10) <= (SELECT day FROM temp.known_until);
