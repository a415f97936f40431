-- Collection rounds with a test period and a submission period. The same for every organisation.

create table collection_round (
  id uuid primary key,
  name text not null unique,
  edition text not null,
  reference_year integer not null,
  created_at timestamptz not null
);

create table period (
  id uuid primary key,
  round_id uuid not null references collection_round (id),
  kind text not null check (kind in ('test', 'submission')),
  opens_on date not null,
  due_on date not null,
  last_upload_on date not null,
  closes_on date not null,
  -- heading, paragraphs, nextHeading, nextParagraphs: what Start says
  texts jsonb not null,
  version integer not null default 1,
  -- When the erasing of the ended test period's data was put in the queue, and when all of it was gone.
  erasing_at timestamptz,
  erased_at timestamptz,
  unique (round_id, kind),
  check (opens_on <= due_on and due_on <= last_upload_on and last_upload_on <= closes_on)
);

grant select, insert, update on collection_round, period to insamling_app;
