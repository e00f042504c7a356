-- one document by its digest
SELECT bytes, deflated FROM attachments WHERE sha256 = :sha256
