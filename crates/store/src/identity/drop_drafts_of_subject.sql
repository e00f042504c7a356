-- whatever anybody was typing about one person
DELETE FROM drafts WHERE subject = :subject
