-- The clock guard asks at every list for the latest day that any entry bears, which need not be the newest entry's.
CREATE INDEX entries_day ON entries (substr(recorded_at, 1, 10));
