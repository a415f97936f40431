-- Looking after the accounts: who asked for a lost app to be reset, and the second person where it takes two.

alter table account
  -- When somebody who was an administrator ceased to be one: their app is not reset by one person alone until a while after that.
  add column administrator_until timestamptz;
create index account_by_name on account (name, id);

create table second_factor_reset (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  asked_by uuid not null references account (id),
  asked_at timestamptz not null,
  -- Why, in the administrator's words; emptied when the account ends.
  reason text not null,
  needs_second boolean not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('done', 'declined', 'lapsed')),
  decided_by uuid references account (id),
  decided_at timestamptz,
  check (asked_by <> account_id),
  check (outcome is distinct from 'done' or not needs_second or (decided_by is not null and decided_by not in (asked_by, account_id)))
);
create unique index second_factor_reset_waiting on second_factor_reset (account_id) where outcome is null;

grant select, insert, update on second_factor_reset to insamling_app;
alter table second_factor_reset enable row level security;
create policy second_factor_reset_collecting on second_factor_reset to insamling_app
  using (app_is_collecting()) with check (app_is_collecting());

-- Whether a person may act for any unit at all: asked from within one organisation, which may not see the others' rows.
create function account_has_unit(account uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (select from public.unit_access access where access.account_id = account);
revoke execute on function account_has_unit(uuid) from public;
grant execute on function account_has_unit(uuid) to insamling_app;
