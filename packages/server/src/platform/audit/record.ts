import { sql } from 'kysely';
import type { Writer } from '../db/database.ts';
import type { KeyRing } from '../keys.ts';
import { macOf, noOrganisation, type AuditEvent } from './event.ts';

/**
 * Appends an event to its organisation's chain; call it last in the transaction, since the head row is locked until commit.
 * The mac covers every column and the mac before it, so a changed, removed or inserted row breaks the chain.
 */
export async function recordEvent(db: Writer, keys: KeyRing, at: Date, event: AuditEvent): Promise<void> {
  const organisationId = event.organisationId ?? noOrganisation;
  const head = (await lockHead(db, organisationId)) ?? (await beginChain(db, organisationId));
  const row = {
    organisationId,
    number: head.number + 1,
    at,
    actor: event.actor,
    unitId: event.unitId ?? null,
    kind: event.kind,
    object: event.object,
    outcome: event.outcome,
    details: event.details ?? {},
    origin: event.origin,
    keyId: keys.currentKeyId,
    previous: head.mac,
  };
  const mac = macOf(keys, row);
  db.send(sql`
    with written as (
      insert into audit_event (organisation_id, number, at, actor, unit_id, kind, object, outcome, details, origin, key_id, previous, mac)
      values (${row.organisationId}, ${row.number}, ${at}, ${row.actor}, ${row.unitId}, ${row.kind}, ${row.object}, ${row.outcome},
              ${JSON.stringify(row.details)}, ${row.origin}, ${row.keyId}, ${row.previous}, ${mac}))
    update audit_head set number = ${row.number}, mac = ${mac} where organisation_id = ${organisationId}`);
}

interface Head {
  readonly number: number;
  readonly mac: Buffer;
}
const lockHead = (db: Writer, organisationId: string) =>
  db.maybe<Head>(sql`select number, mac from audit_head where organisation_id = ${organisationId} for update`);

/** Two may begin it at once; the second waits for the first and goes on from there. */
async function beginChain(db: Writer, organisationId: string): Promise<Head> {
  await db.run(sql`insert into audit_head (organisation_id, number, mac) values (${organisationId}, 0, ''::bytea) on conflict do nothing`);
  const head = await lockHead(db, organisationId);
  if (!head) throw new Error('the audit log has no head row');
  return head;
}
