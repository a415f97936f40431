-- Number of the first correction of those that one request made; null for one made alone. They can be taken back together.
alter table correction add column together_from integer;
create index correction_together on correction (organisation_id, file_id, together_from) where together_from is not null;
