-- the steps this file went through, in order
SELECT number, sha256 FROM migrations ORDER BY number
