-- The uploaded bytes (sealed, in the file store) and an append-only log of corrections are the record; counts are derived.

create table delivery (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  period_id uuid not null references period (id),
  state text not null check (state in ('received', 'validated', 'submitted', 'inReview', 'returned', 'accepted')),
  version integer not null default 1,
  current_file_id uuid,
  -- Data key of files, corrections and explanations, wrapped by the key ring.
  data_key bytea not null,
  data_key_id text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, unit_id, period_id),
  foreign key (organisation_id, unit_id) references reporting_unit (organisation_id, id)
);

create table delivery_file (
  organisation_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  -- The client's id of the upload: the same upload sent again is the same file.
  request_id uuid not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  storage_key text not null,
  uploaded_by uuid not null references account (id),
  uploaded_at timestamptz not null,
  -- The server's own check: waiting → checking → done | failed
  "check" text not null check ("check" in ('waiting', 'checking', 'done', 'failed')),
  check_tries integer not null default 0,
  checked_at timestamptz,
  encoding text not null default '',
  records integer not null default 0,
  is_fatal boolean not null default false,
  primary key (organisation_id, id),
  unique (organisation_id, delivery_id, number),
  unique (organisation_id, delivery_id, request_id),
  foreign key (organisation_id, delivery_id) references delivery (organisation_id, id)
);

-- Exact counts per rule of the current state of a file (corrections applied); explained counts the findings that have an explanation.
create table rule_count (
  organisation_id uuid not null,
  file_id uuid not null,
  rule text not null,
  severity text not null check (severity in ('fatal', 'error', 'warning', 'info')),
  findings integer not null,
  explained integer not null default 0,
  primary key (organisation_id, file_id, rule, severity),
  foreign key (organisation_id, file_id) references delivery_file (organisation_id, id)
);

-- Append-only: an undo is a correction back. Values sealed with the delivery's data key.
create table correction (
  organisation_id uuid not null,
  file_id uuid not null,
  number integer not null,
  record integer not null,
  variable text not null,
  -- The client's id of the change: the same change sent again is the same correction.
  request_id uuid not null,
  sealed_before bytea not null,
  sealed_after bytea not null,
  undoes integer,
  by uuid not null references account (id),
  at timestamptz not null,
  primary key (organisation_id, file_id, number),
  unique (organisation_id, file_id, request_id),
  foreign key (organisation_id, file_id) references delivery_file (organisation_id, id)
);
create unique index correction_undone_once on correction (organisation_id, file_id, undoes) where undoes is not null;

-- Why a suspicious value stands. finding_mac is the keyed hash of the finding's key: it follows the finding into a new file.
create table explanation (
  organisation_id uuid not null,
  delivery_id uuid not null,
  finding_mac text not null,
  rule text not null,
  reason text not null check (reason in ('verified', 'new-employment', 'reorganisation', 'protected-identity', 'other')),
  sealed_text bytea not null,
  by uuid not null references account (id),
  at timestamptz not null,
  primary key (organisation_id, delivery_id, finding_mac),
  foreign key (organisation_id, delivery_id) references delivery (organisation_id, id)
);
create index explanation_rule on explanation (organisation_id, delivery_id, rule);

-- Who did which step when; note is what a reviewer wrote.
create table delivery_step (
  organisation_id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  state text not null,
  at timestamptz not null,
  by uuid not null references account (id),
  note text not null default '',
  primary key (organisation_id, delivery_id, number),
  foreign key (organisation_id, delivery_id) references delivery (organisation_id, id)
);

-- Receipt of a submission: what was delivered, not the values.
create table receipt (
  organisation_id uuid not null,
  number text not null,
  delivery_id uuid not null,
  file_id uuid not null,
  submitted_at timestamptz not null,
  submitted_by uuid not null references account (id),
  submitted_by_name text not null,
  file_name text not null,
  sha256 text not null,
  records integer not null,
  corrections integer not null,
  explanations integer not null,
  counts jsonb not null,
  -- False when the submission was withdrawn, or replaced by the next one.
  is_valid boolean not null default true,
  primary key (organisation_id, number),
  foreign key (organisation_id, delivery_id) references delivery (organisation_id, id),
  foreign key (organisation_id, file_id) references delivery_file (organisation_id, id)
);
create unique index receipt_valid on receipt (organisation_id, delivery_id) where is_valid;

grant select, insert, update, delete on delivery, delivery_file, rule_count, explanation, receipt to insamling_app;
grant select, insert, delete on correction, delivery_step to insamling_app;

do $$ declare t text; begin
  foreach t in array array['delivery', 'delivery_file', 'rule_count', 'correction', 'explanation', 'delivery_step', 'receipt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to insamling_app using (organisation_id = app_organisation() or app_is_collecting())', t || '_own', t);
  end loop;
end $$;
