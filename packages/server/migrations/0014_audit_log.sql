-- The log is only added to. This refuses also the owner of the tables in everyday use; who holds that login can take the triggers
-- away, which is why signed heads are kept outside the database.
create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'permission denied: the audit log is only added to' using errcode = 'insufficient_privilege';
end $$;
create function audit_head_moves_on() returns trigger language plpgsql as $$
begin
  if new.organisation_id = old.organisation_id and new.number = old.number + 1 then
    return new;
  end if;
  raise exception 'permission denied: the head of an audit chain moves on by one event' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_event_is_kept before update or delete on audit_event for each row execute function audit_refuse_change();
create trigger audit_event_is_not_emptied before truncate on audit_event for each statement execute function audit_refuse_change();
create trigger audit_head_moves_on before update on audit_head for each row execute function audit_head_moves_on();
create trigger audit_head_is_kept before delete on audit_head for each row execute function audit_refuse_change();
create trigger audit_head_is_not_emptied before truncate on audit_head for each statement execute function audit_refuse_change();
alter table audit_event enable always trigger audit_event_is_kept, enable always trigger audit_event_is_not_emptied;
alter table audit_head enable always trigger audit_head_moves_on, enable always trigger audit_head_is_kept,
  enable always trigger audit_head_is_not_emptied;

-- The log is read newest first, all of it or one person's, one unit's, one kind's; (at, organisation_id, number) says where a page ended.
drop index audit_event_at;
create index audit_event_newest on audit_event (at, organisation_id, number);
create index audit_event_actor on audit_event (actor, at, organisation_id, number);
create index audit_event_unit on audit_event (unit_id, at, organisation_id, number) where unit_id is not null;
create index audit_event_kind on audit_event (kind, at, organisation_id, number);
create index audit_event_not_done on audit_event (outcome, at, organisation_id, number) where outcome <> 'done';

-- Days whose signed heads have been written outside the database.
create table audit_heads_written (
  day date primary key,
  at timestamptz not null
);
grant select, insert on audit_heads_written to insamling_app;

-- The mac of an event under a later key, made when keys are changed: the event can be proved when its own key is gone.
create table audit_event_renewed (
  organisation_id uuid not null,
  number bigint not null,
  key_id text not null,
  mac bytea not null,
  primary key (organisation_id, key_id, number)
);
grant select, insert on audit_event_renewed to insamling_app;
alter table audit_event_renewed enable row level security;
create policy audit_event_renewed_own on audit_event_renewed to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting());

-- Who has read what within an hour, so that reading is told once and not for every page that is turned. Forgotten after two days.
create table audit_reading (
  organisation_id uuid not null,
  actor text not null,
  object text not null,
  kind text not null,
  hour timestamptz not null,
  primary key (organisation_id, actor, object, kind, hour)
);
create index audit_reading_hour on audit_reading (hour);
grant select, insert, delete on audit_reading to insamling_app;
alter table audit_reading enable row level security;
create policy audit_reading_insert on audit_reading for insert to insamling_app with check (true);
create policy audit_reading_own on audit_reading to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting());
