create table message_thread (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  subject text not null,
  -- Where it belongs in a delivery; emptied when a test period is erased.
  delivery_id uuid,
  rule text,
  started_by uuid not null references account (id),
  started_at timestamptz not null,
  last_at timestamptz not null,
  last_side text not null check (last_side in ('respondent', 'collecting')),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references reporting_unit (organisation_id, id)
);
create index message_thread_unit on message_thread (organisation_id, unit_id, last_at desc);

create table message (
  organisation_id uuid not null,
  thread_id uuid not null,
  id uuid not null,
  side text not null check (side in ('respondent', 'collecting')),
  author uuid not null references account (id),
  author_name text not null,
  text text not null,
  at timestamptz not null,
  primary key (organisation_id, thread_id, id),
  foreign key (organisation_id, thread_id) references message_thread (organisation_id, id)
);

-- How far somebody has read; null: nothing yet.
create table thread_read (
  organisation_id uuid not null,
  thread_id uuid not null,
  account_id uuid not null references account (id),
  read_at timestamptz,
  -- When a mail notice went out that has not led to reading yet: at most one at a time.
  notified_at timestamptz,
  primary key (organisation_id, thread_id, account_id),
  foreign key (organisation_id, thread_id) references message_thread (organisation_id, id)
);

grant select, insert, update on message_thread, thread_read to insamling_app;
grant select, insert on message to insamling_app;
do $$ declare t text; begin
  foreach t in array array['message_thread', 'message', 'thread_read'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to insamling_app using (organisation_id = app_organisation() or app_is_collecting())', t || '_own', t);
  end loop;
end $$;

-- How many threads are unread is asked across a person's units, with no organisation set.
create policy message_thread_of_account on message_thread for select to insamling_app
  using (exists (select from unit_access access
                  where access.organisation_id = message_thread.organisation_id
                    and access.unit_id = message_thread.unit_id and access.account_id = app_account()));
create policy message_of_account on message for select to insamling_app
  using (exists (select from message_thread thread
                   join unit_access access on access.organisation_id = thread.organisation_id and access.unit_id = thread.unit_id
                  where thread.organisation_id = message.organisation_id and thread.id = message.thread_id
                    and access.account_id = app_account()));
create policy thread_read_of_account on thread_read for select to insamling_app using (account_id = app_account());
