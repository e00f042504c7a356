SELECT hash FROM entries WHERE id = :id
