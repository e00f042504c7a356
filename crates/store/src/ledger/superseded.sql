-- the version that a new one claims to supersede
SELECT record, subject FROM entries WHERE id = :id
