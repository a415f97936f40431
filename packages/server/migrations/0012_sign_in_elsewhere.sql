-- Sign-in by a provider of OpenID Connect. Like accounts and sessions these belong to a person and to no organisation.

-- Which subject at which issuer an account is. The subject is a keyed hash to be found by, and sealed so that keys can be
-- replaced: with some providers it is a personal number, and none of those is kept here.
create table provider_link (
  account_id uuid not null references account (id) on delete cascade,
  provider text not null,
  issuer text not null,
  subject_mac bytea not null,
  key_id text not null,
  subject_sealed bytea not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (account_id, provider),
  unique (issuer, subject_mac)
);

-- A browser that has gone to a provider: found by its cookie when it comes back, and used once.
create table provider_visit (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'link', 'step-up')),
  provider text not null,
  state_hash bytea not null,
  key_id text not null,
  -- state, nonce and verifier of the code exchange
  sealed bytea not null,
  -- Whose session it is, but for a sign-in: that is nobody's yet.
  account_id uuid references account (id) on delete cascade,
  session_id uuid,
  elevated_for text not null default '',
  return_path text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((purpose = 'sign-in') = (account_id is null) and (account_id is null) = (session_id is null))
);
create index provider_visit_expires on provider_visit (expires_at);

grant select, insert, update, delete on provider_link, provider_visit to insamling_app;
