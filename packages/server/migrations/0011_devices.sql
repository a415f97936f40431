-- Browsers that somebody has signed in from before: no way in, but an outsider's wrong passwords do not shut them out, and a sign-in
-- from another browser is told by letter. The token is another after every sign-in.
create table device (
  token_hash bytea not null,
  account_id uuid not null references account (id) on delete cascade,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (token_hash, account_id)
);
create index device_account on device (account_id, last_seen_at);

-- How often the right password was followed by a wrong code and nothing more, until the person has been told.
create table sign_in_warning (
  account_id uuid primary key references account (id) on delete cascade,
  failures integer not null,
  last_at timestamptz not null
);

grant select, insert, update, delete on device, sign_in_warning to insamling_app;

-- Pauses of sign-in with an address, one after the other: each is longer than the one before.
alter table sign_in_try add column pauses integer not null default 0;

-- News for one person alone, for example that a session has been ended.
alter table live_event add column account_id uuid;
