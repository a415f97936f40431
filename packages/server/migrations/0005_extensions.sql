create table extension_request (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  period_id uuid not null references period (id),
  wished_due_on date not null,
  reason text not null check (reason in ('payroll-system', 'illness', 'reorganisation', 'workload', 'other')),
  comment text not null default '',
  asked_by uuid not null references account (id),
  asked_at timestamptz not null,
  decision text not null default 'waiting' check (decision in ('waiting', 'granted', 'refused')),
  granted_due_on date,
  answer text not null default '',
  decided_by uuid references account (id),
  decided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references reporting_unit (organisation_id, id),
  check ((decision = 'granted') = (granted_due_on is not null)),
  check ((decision = 'waiting') = (decided_at is null))
);
-- One request waits for an answer at a time.
create unique index extension_request_waiting on extension_request (organisation_id, unit_id, period_id) where decision = 'waiting';

grant select, insert, update on extension_request to insamling_app;
alter table extension_request enable row level security;
create policy extension_request_own on extension_request to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting());
