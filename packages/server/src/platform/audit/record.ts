import { sql } from 'kysely';
import type { Writer } from '../db/database.ts';
import { sameBytes, type KeyRing } from '../keys.ts';

/** The chain of what belongs to no organisation: accounts, periods, the service itself. */
export const noOrganisation = '00000000-0000-0000-0000-000000000000';

/** One line of the audit log: ids, codes and counts; never a value, a name or an address. */
export interface AuditEvent {
  readonly organisationId?: string | undefined;
  /** Pseudonym of the account, or `system` and the name of the job. */
  readonly actor: string;
  readonly unitId?: string | undefined;
  /** What happened, for example `delivery.cell-corrected`. */
  readonly kind: string;
  /** Id of what it happened to. */
  readonly object: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** IP address, or `system`. */
  readonly origin: string;
}

/**
 * Appends an event to its organisation's chain; call it last in the transaction, since the head row is locked until commit.
 * The mac covers every column and the mac before it, so a changed, removed or inserted row breaks the chain.
 */
export async function recordEvent(db: Writer, keys: KeyRing, at: Date, event: AuditEvent): Promise<void> {
  const organisationId = event.organisationId ?? noOrganisation;
  await db.run(sql`insert into audit_head (organisation_id, number, mac) values (${organisationId}, 0, ''::bytea) on conflict do nothing`);
  const head = await db.maybe<{ number: number; mac: Buffer }>(
    sql`select number, mac from audit_head where organisation_id = ${organisationId} for update`,
  );
  if (!head) throw new Error('the audit log has no head row');
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
  await db.run(sql`
    insert into audit_event (organisation_id, number, at, actor, unit_id, kind, object, outcome, details, origin, key_id, previous, mac)
    values (${row.organisationId}, ${row.number}, ${at}, ${row.actor}, ${row.unitId}, ${row.kind}, ${row.object}, ${row.outcome},
            ${JSON.stringify(row.details)}, ${row.origin}, ${row.keyId}, ${row.previous}, ${mac})`);
  await db.run(sql`update audit_head set number = ${row.number}, mac = ${mac} where organisation_id = ${organisationId}`);
}

export interface AuditRow {
  readonly organisationId: string;
  readonly number: number;
  readonly at: Date;
  readonly actor: string;
  readonly unitId: string | null;
  readonly kind: string;
  readonly object: string;
  readonly outcome: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly origin: string;
  readonly keyId: string;
  readonly previous: Buffer;
}

/** The keyed hash of a row: fields in a fixed order, details with sorted names, since jsonb forgets the order. */
function macOf(keys: KeyRing, row: AuditRow): Buffer {
  const details = Object.fromEntries(Object.entries(row.details).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = JSON.stringify([
    row.organisationId,
    row.number,
    row.at.toISOString(),
    row.actor,
    row.unitId,
    row.kind,
    row.object,
    row.outcome,
    details,
    row.origin,
    row.keyId,
    row.previous.toString('hex'),
  ]);
  return keys.mac('audit', text, row.keyId);
}

/**
 * Walks one chain from its first row.
 * @returns undefined when it is whole, else the number of the first row that is broken or missing
 */
export async function firstBrokenEvent(db: Writer, keys: KeyRing, organisationId: string): Promise<number | undefined> {
  let previous: Buffer = Buffer.alloc(0);
  let expected = 1;
  for (;;) {
    const rows = await db.all<AuditRow & { mac: Buffer }>(sql`
      select organisation_id, number, at, actor, unit_id, kind, object, outcome, details, origin, key_id, previous, mac
        from audit_event where organisation_id = ${organisationId} and number >= ${expected} order by number limit 1000`);
    for (const row of rows) {
      if (row.number !== expected || !sameBytes(row.previous, previous) || !sameBytes(macOf(keys, row), row.mac)) return expected;
      previous = row.mac;
      expected += 1;
    }
    if (rows.length < 1000) break;
  }
  const head = await db.maybe<{ number: number; mac: Buffer }>(
    sql`select number, mac from audit_head where organisation_id = ${organisationId}`,
  );
  const isWhole = head ? head.number === expected - 1 && sameBytes(head.mac, previous) : expected === 1;
  return isWhole ? undefined : expected;
}

export interface ChainState {
  readonly organisationId: string;
  readonly events: number;
  /** Number of the first event that is broken or missing; undefined for a whole chain. */
  readonly brokenAt: number | undefined;
}

/** Walks every chain there is; also one whose head, or whose events, have been taken away. */
export async function verifyChains(db: Writer, keys: KeyRing): Promise<ChainState[]> {
  const chains = await db.all<{ organisationId: string; events: number }>(sql`
    select organisation_id, coalesce(max(number), 0) as events
      from (select organisation_id, number from audit_event union all select organisation_id, number from audit_head) as known
     group by organisation_id order by organisation_id`);
  const states: ChainState[] = [];
  for (const { organisationId, events } of chains)
    states.push({ organisationId, events, brokenAt: await firstBrokenEvent(db, keys, organisationId) });
  return states;
}
