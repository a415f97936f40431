-- What the machine room needs. Tables of a unit carry organisation_id first in their keys; these mostly belong to nobody.
-- insamling_app is the group of every login that the running application uses; it owns nothing and never bypasses row security.

do $$ begin
  if not exists (select from pg_roles where rolname = 'insamling_app') then
    create role insamling_app nologin;
  end if;
end $$;

create function app_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;
create function app_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;
-- True while the policy has granted the actor a role on the collecting side, or a job runs across organisations.
create function app_is_collecting() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.side', true) = 'collecting', false);

-- A letter waiting to be sent: content sealed, deleted (not flagged) when the mail server has taken it.
create table mail_outbox (
  id uuid primary key,
  kind text not null,
  key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  last_error text
);

-- Append-only, one chain per organisation and one (the nil uuid) for what belongs to none. mac covers every column and the mac before.
create table audit_event (
  organisation_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  actor text not null,
  unit_id uuid,
  kind text not null,
  object text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  details jsonb not null,
  origin text not null,
  key_id text not null,
  previous bytea not null,
  mac bytea not null,
  primary key (organisation_id, number)
);
create index audit_event_at on audit_event (at);
create table audit_head (
  organisation_id uuid primary key,
  number bigint not null,
  mac bytea not null
);

-- Something changed: read by every process for its open event streams, pruned after an hour. NOTIFY only says "look".
create table live_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  organisation_id uuid,
  unit_code text,
  topic text not null
);

grant usage on schema public to insamling_app;
grant select, insert, update, delete on mail_outbox to insamling_app;
grant select, insert, delete on live_event to insamling_app;
grant select, insert on audit_event to insamling_app;
grant select, insert, update on audit_head to insamling_app;

alter table audit_event enable row level security;
create policy audit_event_insert on audit_event for insert to insamling_app with check (true);
create policy audit_event_select on audit_event for select to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting());
