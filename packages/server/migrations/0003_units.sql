-- Organisations (the tenants), their reporting units, and who may act for them.

create table organisation (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table reporting_unit (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- The unit's code in addresses: the first of its codes.
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('municipality', 'region', 'federation', 'company')),
  county text not null default '',
  payroll_system text not null default '',
  primary key (organisation_id, id)
);

-- Every value of field 1 that belongs to a unit (Gotland has two).
create table unit_code (
  organisation_id uuid not null,
  unit_id uuid not null,
  code text not null,
  primary key (organisation_id, unit_id, code),
  foreign key (organisation_id, unit_id) references reporting_unit (organisation_id, id)
);

create table employer (
  organisation_id uuid not null,
  unit_id uuid not null,
  organisation_number text not null,
  name text not null default '',
  is_company boolean not null default false,
  primary key (organisation_id, unit_id, organisation_number),
  foreign key (organisation_id, unit_id) references reporting_unit (organisation_id, id)
);

create table unit_access (
  organisation_id uuid not null,
  unit_id uuid not null,
  account_id uuid not null references account (id),
  role text not null check (role in ('respondent', 'unitAdministrator', 'reader')),
  is_contact boolean not null default false,
  since timestamptz not null,
  granted_by uuid references account (id),
  primary key (organisation_id, unit_id, account_id),
  foreign key (organisation_id, unit_id) references reporting_unit (organisation_id, id)
);
create index unit_access_account on unit_access (account_id);

grant select, insert on organisation to insamling_app;
grant select, insert, update on reporting_unit to insamling_app;
grant select, insert, update, delete on unit_code, employer, unit_access to insamling_app;

alter table reporting_unit enable row level security;
alter table unit_code enable row level security;
alter table employer enable row level security;
alter table unit_access enable row level security;

create policy unit_access_own on unit_access to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting() or account_id = app_account())
  with check (organisation_id = app_organisation() or app_is_collecting());
create policy reporting_unit_own on reporting_unit to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting()
    or exists (select from unit_access access
                where access.organisation_id = reporting_unit.organisation_id
                  and access.unit_id = reporting_unit.id and access.account_id = app_account()))
  with check (organisation_id = app_organisation() or app_is_collecting());
create policy unit_code_own on unit_code to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting());
create policy employer_own on employer to insamling_app
  using (organisation_id = app_organisation() or app_is_collecting());
