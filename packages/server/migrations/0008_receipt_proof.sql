-- What a receipt vouches for, as anybody can work it out again from the same file, rules and facts: digests and counts, no value
-- of the file. Receipts of before this have none.
alter table receipt add column proof jsonb;
