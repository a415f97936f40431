-- Ways in beside the app: passkeys and recovery codes. Not tenant tables: they belong to a person.

create table passkey (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  credential_id bytea not null unique,
  public_key bytea not null,
  -- How often the authenticator says it has signed; 0 for those that do not count.
  counter bigint not null,
  is_backup_eligible boolean not null,
  is_backed_up boolean not null,
  transports text[] not null,
  -- The make of the authenticator, where it tells.
  aaguid uuid not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on passkey (account_id);

-- What an authenticator is asked to sign: once, within minutes, for one purpose, and only in the browser it was made for.
create table passkey_challenge (
  challenge bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'second-factor', 'step-up', 'add')),
  -- The browser's journey (hash of its token), or the session and what the proof is for.
  bound_to text not null,
  expires_at timestamptz not null
);
create index passkey_challenge_expires on passkey_challenge (expires_at);

-- Ten codes of 80 random bits, of which only hashes are kept: too much chance to be tried out, so that no slow hash is needed.
create table recovery_code (
  account_id uuid not null references account (id) on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
alter table account add column recovery_offer_declined_at timestamptz;

-- What the person has shown beside the password (or alone, a passkey), and two kinds of journey more.
alter table journey
  add column proven_by text check (proven_by in ('app', 'recovery-code', 'passkey')),
  drop constraint journey_kind_check,
  drop constraint journey_stage_check,
  add constraint journey_kind_check check (kind in ('invitation', 'sign-in', 'change-app')),
  add constraint journey_stage_check check (stage in ('email', 'code', 'verified', 'enrol', 'totp', 'password', 'sign-in-totp', 'notice',
    'passkey', 'sign-in-passkey', 'add-passkey', 'new-app', 'new-app-code'));

-- True when an organisation that the person acts for lets people in with a passkey only. Asked before anybody is signed in, when row
-- security shows no organisation: hence with the owner's eyes, and with yes or no as its only answer.
create function account_requires_passkey(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  return exists (
    select from unit_access access join organisation_policy policy on policy.organisation_id = access.organisation_id
     where access.account_id = person and policy.requires_passkey);
revoke all on function account_requires_passkey from public;
grant execute on function account_requires_passkey to insamling_app;

grant select, insert, update, delete on passkey, passkey_challenge, recovery_code to insamling_app;
