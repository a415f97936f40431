-- What a person is called stands in the account and nowhere else, so that it can be erased there.
alter table receipt drop column submitted_by_name;
alter table message drop column author_name;

alter table account
  -- Since when the person has had no role anywhere; after a time of grace the account is ended.
  add column without_role_since timestamptz,
  -- When name, address, telephone and every way in were erased. What is left is the pseudonym of the audit log.
  add column ended_at timestamptz;
update account set name = '', phone = '', ended_at = now() where status = 'ended';
alter table account add check (status <> 'ended' or (email_normalised is null and name = '' and phone = '' and password is null and totp_secret is null));
create index account_without_role on account (without_role_since) where without_role_since is not null;

-- To whom a waiting letter goes, as a keyed hash: it can be thrown away when that person is erased.
alter table mail_outbox add column recipient_mac bytea;
create index mail_outbox_recipient on mail_outbox (recipient_mac);

-- An address that a person wants to have instead, until it has been proved with a code sent there.
create table address_change (
  account_id uuid primary key references account (id) on delete cascade,
  address text not null,
  code_mac bytea not null,
  code_key_id text not null,
  code_expires_at timestamptz not null,
  tries integer not null default 0
);
create index address_change_expires on address_change (code_expires_at);
grant select, insert, update, delete on address_change to insamling_app;

-- What was written is erased when its time is up, by a job across organisations and by nobody else.
grant delete on message, message_thread, thread_read, extension_request to insamling_app;
do $$ declare t text; begin
  foreach t in array array['message', 'message_thread', 'extension_request'] loop
    execute format('create policy %I on %I as restrictive for delete to insamling_app using (app_is_collecting())', t || '_erased_by_job', t);
  end loop;
end $$;

-- A person may see what is kept about them in every organisation they have ever acted for.
create policy delivery_file_of_account on delivery_file for select to insamling_app using (uploaded_by = app_account());
create policy explanation_of_account on explanation for select to insamling_app using (by = app_account());
create policy receipt_of_account on receipt for select to insamling_app using (submitted_by = app_account());
create policy delivery_step_of_account on delivery_step for select to insamling_app using (by = app_account());
create policy message_of_author on message for select to insamling_app using (author = app_account());
create policy extension_request_of_account on extension_request for select to insamling_app
  using (asked_by = app_account() or decided_by = app_account());
create policy audit_event_of_account on audit_event for select to insamling_app
  using (actor = (select pseudonym from account where id = app_account()) or object = app_account()::text);
create index if not exists audit_event_object on audit_event (object, at);
create index if not exists audit_event_actor on audit_event (actor, at);
create index delivery_file_uploader on delivery_file (uploaded_by);
create index explanation_writer on explanation (by);
create index receipt_submitter on receipt (submitted_by);
create index delivery_step_person on delivery_step (by);
create index message_author on message (author);
