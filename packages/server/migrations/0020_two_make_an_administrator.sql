-- Somebody is to be made an administrator: one asks, another answers. Like second_factor_reset, without a reason.
create table administrator_request (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  asked_by uuid not null references account (id),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('done', 'declined', 'lapsed')),
  decided_by uuid references account (id),
  decided_at timestamptz,
  check (asked_by <> account_id),
  check (outcome is distinct from 'done' or (decided_by is not null and decided_by not in (asked_by, account_id)))
);
create unique index administrator_request_waiting on administrator_request (account_id) where outcome is null;

grant select, insert, update on administrator_request to insamling_app;
alter table administrator_request enable row level security;
create policy administrator_request_collecting on administrator_request to insamling_app
  using (app_is_collecting()) with check (app_is_collecting());
