import type { AuditLine, systemPerson } from '@insamling/contract';
import { sql, type Reader } from '../platform/db/index.ts';
import type { EventFilter, Place } from './event-filter.ts';

const system: typeof systemPerson = 'system';

/** An event with the names that its ids have now. */
export interface EventRow extends Omit<AuditLine, 'at' | 'unit' | 'objectName' | 'told'> {
  readonly at: Date;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly aboutName: string | null;
}

/** Newest first, after a place. Days are those of Sweden. */
export const eventsBefore = (
  db: Reader,
  { from, to, person, unit, kind, outcome }: EventFilter,
  before: Place | undefined,
  limit: number,
) =>
  db.all<EventRow>(sql`
    select event.organisation_id as chain, event.number, event.at, event.actor as person, nullif(coalesce(nullif(account.name, ''), account.email_normalised), '') as person_name,
           unit.code as unit_code, unit.name as unit_name, event.kind, event.object, event.outcome, event.details, event.origin,
           about.id as about_account, nullif(coalesce(nullif(about.name, ''), about.email_normalised), '') as about_name
      from (select * from audit_event event
             where ${from ? sql`event.at >= (${from}::date)::timestamp at time zone 'Europe/Stockholm'` : sql`true`}
               and ${to ? sql`event.at < (${to}::date + 1)::timestamp at time zone 'Europe/Stockholm'` : sql`true`}
               and ${person === undefined ? sql`true` : person === system ? sql`event.actor like 'system%'` : sql`event.actor = ${person}`}
               and ${unit ? sql`event.unit_id = (select id from reporting_unit where code = ${unit})` : sql`true`}
               and ${kind ? sql`event.kind = ${kind}` : sql`true`}
               and ${outcome === undefined ? sql`true` : outcome === 'done' ? sql`event.outcome = 'done'` : sql`event.outcome = ${outcome} and event.outcome <> 'done'`}
               and ${before ? sql`(event.at, event.organisation_id, event.number) < (${before.at}, ${before.chain}::uuid, ${before.number})` : sql`true`}
             order by event.at desc, event.organisation_id desc, event.number desc
             limit ${limit}) event
      left join account on account.pseudonym = event.actor
      left join account about on about.id = case when event.object ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then event.object::uuid end
      left join reporting_unit unit on unit.organisation_id = event.organisation_id and unit.id = event.unit_id
     order by event.at desc, event.organisation_id desc, event.number desc`);

/** Everybody with a name, by name. */
export const people = (db: Reader) =>
  db.all<{ person: string; name: string }>(sql`
    select pseudonym as person, coalesce(nullif(name, ''), email_normalised) as name
      from account where name <> '' or email_normalised is not null order by 2, 1`);

export const units = (db: Reader) =>
  db.all<{ unit: string; name: string }>(sql`select code as unit, name from reporting_unit order by name, code`);
