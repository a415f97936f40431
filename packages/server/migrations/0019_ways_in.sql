-- By what a session was opened: an organisation that changes its mind about a way in ends what was opened by it. Empty for sessions
-- from before this was kept: they count as opened by none that is asked for.
alter table session
  add column proven_by text check (proven_by in ('app', 'recovery-code', 'passkey', 'provider')),
  add column provider text,
  add constraint session_provider_check check ((provider is not null) = (proven_by is not distinct from 'provider'));

alter table journey
  add column provider text,
  drop constraint journey_proven_by_check,
  add constraint journey_proven_by_check check (proven_by in ('app', 'recovery-code', 'passkey', 'provider')),
  add constraint journey_provider_check check ((provider is not null) = (proven_by is not distinct from 'provider'));

-- What may have come by a provider, and does not say by which, is begun anew.
delete from session where account_id in (select account_id from provider_link);
delete from journey where stage = 'notice' and proven_by is null;

-- True when every organisation that the person acts for lets people in by this. Like account_requires_passkey: asked where row security
-- shows no organisation, with yes or no as its only answer.
create function account_admits(person uuid, proof text, elsewhere text) returns boolean language sql stable security definer set search_path = public, pg_temp
  return not exists (
    select from unit_access access left join organisation_policy policy on policy.organisation_id = access.organisation_id
     where access.account_id = person
       and case proof
             when 'passkey' then false
             when 'provider' then coalesce(policy.requires_passkey, false) or policy.oidc_provider is distinct from elsewhere
             else coalesce(policy.requires_passkey, false)
           end);
revoke all on function account_admits from public;
grant execute on function account_admits to insamling_app;
