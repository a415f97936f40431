-- The log is cut at its beginning when its time is up, and only behind a checkpoint: the last event of a chain that went, its mac,
-- and seals of it under keys that the database does not have.
create table audit_checkpoint (
  organisation_id uuid not null,
  number bigint not null check (number > 0),
  mac bytea not null,
  -- By the database's clock.
  at timestamptz not null,
  primary key (organisation_id, number)
);
-- One under the key it was made with, and one more for each change of keys.
create table audit_checkpoint_seal (
  organisation_id uuid not null,
  number bigint not null,
  key_id text not null,
  mac bytea not null,
  primary key (organisation_id, number, key_id),
  foreign key (organisation_id, number) references audit_checkpoint
);
grant select on audit_checkpoint to insamling_app;
grant select, insert on audit_checkpoint_seal to insamling_app;
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint_seal enable row level security;
create policy audit_checkpoint_own on audit_checkpoint for select to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting());
create policy audit_checkpoint_seal_own on audit_checkpoint_seal to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting()) with check (app_is_collecting());

create trigger audit_checkpoint_is_kept before update or delete on audit_checkpoint for each row execute function audit_refuse_change();
create trigger audit_checkpoint_is_not_emptied before truncate on audit_checkpoint for each statement execute function audit_refuse_change();
create trigger audit_checkpoint_seal_is_kept before update or delete on audit_checkpoint_seal for each row execute function audit_refuse_change();
create trigger audit_checkpoint_seal_is_not_emptied before truncate on audit_checkpoint_seal
  for each statement execute function audit_refuse_change();
alter table audit_checkpoint enable always trigger audit_checkpoint_is_kept, enable always trigger audit_checkpoint_is_not_emptied;
alter table audit_checkpoint_seal enable always trigger audit_checkpoint_seal_is_kept,
  enable always trigger audit_checkpoint_seal_is_not_emptied;

-- Whatever a setting or a caller says, an event that is younger than this stays.
create function audit_cut_floor() returns timestamptz language sql stable set search_path = pg_catalog, pg_temp
  return now() - interval '10 years';

-- An event goes only when it is old and stands behind a checkpoint, also for the owner of the tables in everyday use.
create function audit_refuse_unless_cut() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.at < public.audit_cut_floor() and exists (
    select from public.audit_checkpoint checkpoint
     where checkpoint.organisation_id = old.organisation_id and checkpoint.number >= old.number) then
    return old;
  end if;
  raise exception 'permission denied: the audit log is only added to' using errcode = 'insufficient_privilege';
end $$;
drop trigger audit_event_is_kept on audit_event;
create trigger audit_event_is_kept before update on audit_event for each row execute function audit_refuse_change();
create trigger audit_event_is_not_removed before delete on audit_event for each row execute function audit_refuse_unless_cut();
alter table audit_event enable always trigger audit_event_is_kept, enable always trigger audit_event_is_not_removed;

-- Removes the events of a chain up to a number, and leaves a checkpoint: the only way there is. The caller seals what it has proved to
-- be whole; what is refused here, it cannot talk its way past.
create function audit_cut(chain uuid, up_to bigint, last_mac bytea, made_at timestamptz, seal_key_id text, seal bytea) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  cut_before bigint;
  events bigint;
  removed bigint;
begin
  if not public.app_is_collecting() then
    raise exception 'permission denied: the audit log is cut by a job across organisations' using errcode = 'insufficient_privilege';
  end if;
  perform from public.audit_head head where head.organisation_id = chain for update;
  select coalesce(max(checkpoint.number), 0) into cut_before from public.audit_checkpoint checkpoint where checkpoint.organisation_id = chain;
  if exists (select from public.audit_event event
              where event.organisation_id = chain and event.number <= up_to and event.at >= public.audit_cut_floor()) then
    raise exception 'permission denied: the audit log holds younger events there' using errcode = 'insufficient_privilege';
  end if;
  select count(*) into events from public.audit_event event where event.organisation_id = chain and event.number <= up_to;
  if up_to <= cut_before or events <> up_to - cut_before or made_at <> date_trunc('milliseconds', now())
     or not exists (select from public.audit_event event
                     where event.organisation_id = chain and event.number = up_to and event.mac = last_mac) then
    raise exception 'permission denied: this is no beginning of the chain' using errcode = 'insufficient_privilege';
  end if;
  insert into public.audit_checkpoint (organisation_id, number, mac, at) values (chain, up_to, last_mac, made_at);
  insert into public.audit_checkpoint_seal (organisation_id, number, key_id, mac) values (chain, up_to, seal_key_id, seal);
  delete from public.audit_event_renewed renewed where renewed.organisation_id = chain and renewed.number <= up_to;
  delete from public.audit_event event where event.organisation_id = chain and event.number <= up_to;
  get diagnostics removed = row_count;
  return removed;
end $$;
revoke execute on function audit_cut(uuid, bigint, bytea, timestamptz, text, bytea) from public;
grant execute on function audit_cut(uuid, bigint, bytea, timestamptz, text, bytea) to insamling_app;
