-- A session can be shown to its owner and ended without its token, and remembers for how long, and for what, its person proved anew who they are.
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column elevated_for text not null default '',
  -- The token before the newest: requests that were under way when it changed are answered for a few seconds.
  add column previous_token_hash bytea,
  add column rotated_at timestamptz;
create unique index session_id on session (id);
create unique index session_previous_token on session (previous_token_hash) where previous_token_hash is not null;

-- How the people of an organisation must sign in, beside what holds for everybody.
create table organisation_policy (
  organisation_id uuid primary key references organisation (id),
  -- The provider of the configuration that its people may use; null for none.
  oidc_provider text,
  requires_passkey boolean not null default false
);
grant select, insert, update on organisation_policy to insamling_app;
alter table organisation_policy enable row level security;
create policy organisation_policy_own on organisation_policy to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting()
    or exists (select from unit_access access
                where access.organisation_id = organisation_policy.organisation_id and access.account_id = app_account()))
  with check (app_is_collecting());
