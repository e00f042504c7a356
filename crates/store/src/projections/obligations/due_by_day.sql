-- how many unsettled obligations fall due each day, by what stands before the colon of their key (index only)
SELECT due_on, substr(key, 1, instr(key, ':') - 1) AS kind, count(*) AS count
FROM obligations
WHERE settled IS NULL AND due_on BETWEEN :from AND :to
GROUP BY due_on, kind
