import { sql } from 'kysely';
import type { Writer } from '../db/database.ts';
import type { KeyRing } from '../keys.ts';
import { sweepOf } from '../sweep.ts';
import { noOrganisation, type AuditEvent } from './event.ts';
import { recordEvent } from './record.ts';

const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);

/**
 * Records that somebody read something: at most one event per person, thing, kind and hour, however many pages are turned and
 * however many ask at once. Call it last in the transaction, as `recordEvent`.
 */
export async function recordReading(db: Writer, keys: KeyRing, at: Date, event: AuditEvent): Promise<void> {
  const isFirst = await db.run(sql`
    insert into audit_reading (organisation_id, actor, object, kind, hour)
    values (${event.organisationId ?? noOrganisation}, ${event.actor}, ${event.object}, ${event.kind}, ${hourOf(at)})
    on conflict do nothing`);
  if (isFirst === 1) await recordEvent(db, keys, at, event);
}

/** What is noted of the hours in which somebody has read something; a reading is compared with those of its own hour only. */
export const readings = sweepOf({ audit_reading: 'hour' });
