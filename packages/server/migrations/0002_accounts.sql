-- Persons and their ways in. Not tenant tables: one person may act for units of several organisations.

create table account (
  id uuid primary key,
  -- What the audit log calls the person, so that the log can outlive the name.
  pseudonym text not null unique,
  email_normalised text unique,
  name text not null default '',
  phone text not null default '',
  status text not null check (status in ('invited', 'active', 'reset', 'blocked', 'ended')),
  collecting_role text check (collecting_role in ('reader', 'reviewer', 'collectionManager', 'administrator')),
  password text,
  password_changed_at timestamptz,
  totp_secret bytea,
  totp_key_id text,
  totp_last_step bigint not null default 0,
  totp_failures_in_row integer not null default 0,
  totp_failures_total integer not null default 0,
  totp_locked_until timestamptz,
  notice_version text,
  notice_at timestamptz,
  invited_at timestamptz not null,
  invited_by uuid references account (id),
  invitation_expires_at timestamptz,
  last_signed_in_at timestamptz,
  created_at timestamptz not null,
  check (status <> 'active' or (password is not null and totp_secret is not null))
);

-- One browser's way through invitation, forgotten password or sign-in. Found by the cookie; the stage is the security boundary.
create table journey (
  token_hash bytea primary key,
  kind text not null check (kind in ('invitation', 'sign-in')),
  stage text not null check (stage in ('email', 'code', 'verified', 'enrol', 'totp', 'password', 'sign-in-totp', 'notice')),
  -- The address as normalised from what was typed; kept also when nobody has it, so that both look the same.
  address text not null,
  account_id uuid references account (id) on delete cascade,
  code_mac bytea,
  code_key_id text,
  code_expires_at timestamptz,
  code_sent_at timestamptz,
  tries integer not null default 0,
  pending_totp bytea,
  pending_totp_key_id text,
  pending_totp_step bigint,
  return_path text,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index journey_expires on journey (expires_at);

-- How many code mails an address (keyed hash) was sent, whether anybody has it or not.
create table code_mail (
  address_mac bytea not null,
  sent_at timestamptz not null,
  id uuid not null,
  primary key (address_mac, sent_at, id)
);

-- Passwords tried for an address (keyed hash), whether anybody has it or not; a pause must not tell the two apart.
create table sign_in_try (
  address_mac bytea primary key,
  in_row integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  elevated_until timestamptz,
  user_agent text not null default ''
);
create index session_account on session (account_id);

-- Every acceptance of the personal data information, with the version of the text that was shown.
create table notice_acknowledgement (
  account_id uuid not null references account (id) on delete cascade,
  version text not null,
  at timestamptz not null,
  primary key (account_id, version)
);

grant select, insert, update, delete on account, journey, session, code_mail, sign_in_try to insamling_app;
grant select, insert on notice_acknowledgement to insamling_app;
