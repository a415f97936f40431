-- What one person or one organisation has taken of the portal lately, for limits that all processes share. Kept for hours, not days.

-- An upload that was begun; ended_at is null while its bytes come. A process that died leaves one behind, which stops counting by its age.
create table upload_slot (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null references account (id) on delete cascade,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
create index upload_slot_account on upload_slot (account_id, begun_at);
create index upload_slot_begun on upload_slot (organisation_id, begun_at);

grant select, insert, update, delete on upload_slot to insamling_app;
alter table upload_slot enable row level security;
-- A person's own are seen whatever the organisation: the limit is on the person.
create policy upload_slot_own on upload_slot to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting() or account_id = app_account())
  with check (organisation_id = app_organisation() or app_is_collecting());

-- Requests of a signed-in person in a minute, booked in lots. Lost with a crash, and that is fine.
create unlogged table request_count (
  account_id uuid not null,
  minute timestamptz not null,
  requests integer not null,
  primary key (account_id, minute)
);
grant select, insert, update, delete on request_count to insamling_app;
