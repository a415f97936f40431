-- Asked at every sign-in. PostgreSQL reads and plans a function in SQL anew at every call when it has an owner's eyes, and one in
-- PL/pgSQL once for each connection.
create or replace function account_requires_passkey(person uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from unit_access access join organisation_policy policy on policy.organisation_id = access.organisation_id
     where access.account_id = person and policy.requires_passkey);
end $$;

create or replace function account_admits(person uuid, proof text, elsewhere text) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return not exists (
    select from unit_access access left join organisation_policy policy on policy.organisation_id = access.organisation_id
     where access.account_id = person
       and case proof
             when 'passkey' then false
             when 'provider' then coalesce(policy.requires_passkey, false) or policy.oidc_provider is distinct from elsewhere
             else coalesce(policy.requires_passkey, false)
           end);
end $$;

-- A sign-in writes its account several times. Where the page has room the indexes need not hear of it.
alter table account set (fillfactor = 75);
