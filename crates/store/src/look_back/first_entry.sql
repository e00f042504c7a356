-- the day of the oldest line by its author's clock, whatever stands in front of the ledger
SELECT min(recorded_at) AS recorded_at FROM main.entries
