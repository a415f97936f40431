import { sql } from 'kysely';
import type { Writer } from '../db/database.ts';
import { sameBytes, type KeyRing } from '../keys.ts';
import { macOf, renewedMacOf, type AuditRow } from './event.ts';

/** A row of the log as the database has it, with the newest mac it was given when keys were changed that can still be checked. */
export interface StoredEvent extends AuditRow {
  readonly mac: Buffer;
  readonly renewedMac: Buffer | null;
  readonly renewedKeyId: string | null;
  /** False when the row holds an instant or a number more exact than any that is ever written. */
  readonly isExact: boolean;
}

/** Rows that are looked at in one go. */
const batch = 1000;

/** The rows of a chain from a number on, in their order; fewer than the batch at its end. */
export async function eventsFrom(db: Writer, keys: KeyRing, organisationId: string, number: number): Promise<StoredEvent[]> {
  const rows = await db.all<Omit<StoredEvent, 'details'> & { detailsText: string }>(sql`
    select event.organisation_id, event.number, event.at, event.actor, event.unit_id, event.kind, event.object, event.outcome,
           event.details::text as details_text, event.origin, event.key_id, event.previous, event.mac,
           event.at = date_trunc('milliseconds', event.at) as is_exact, renewed.mac as renewed_mac, renewed.key_id as renewed_key_id
      from audit_event event
      left join lateral (
        select key_id, mac from audit_event_renewed
         where organisation_id = event.organisation_id and number = event.number and key_id = any(${[...keys.keyIds]}::text[])
         order by array_position(${[...keys.keyIds]}::text[], key_id) limit 1) renewed on true
     where event.organisation_id = ${organisationId} and event.number >= ${number} order by event.number limit ${batch}`);
  return rows.map(({ detailsText, isExact, ...row }) => {
    const { details, areNumbersPlain } = readDetails(detailsText);
    return { ...row, details, isExact: isExact && areNumbersPlain };
  });
}

/** Reads details without letting two numbers that JavaScript takes for the same pass for one another. */
function readDetails(text: string): { readonly details: StoredEvent['details']; readonly areNumbersPlain: boolean } {
  let areNumbersPlain = true;
  const asWritten = (_name: string, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value === 'number' && String(value) !== context?.source) areNumbersPlain = false;
    return value;
  };
  const details = JSON.parse(text, asWritten) as unknown;
  const isObject = typeof details === 'object' && details !== null && !Array.isArray(details);
  return { details: isObject ? (details as StoredEvent['details']) : {}, areNumbersPlain: areNumbersPlain && isObject };
}

/** Whether a row is as it was written: by its own mac, or by the renewed one when its own key is gone. */
export function isGenuine(keys: KeyRing, row: StoredEvent): boolean {
  if (!row.isExact) return false;
  if (keys.keyIds.includes(row.keyId)) return sameBytes(macOf(keys, row), row.mac);
  const { renewedMac, renewedKeyId } = row;
  return renewedMac !== null && renewedKeyId !== null && sameBytes(renewedMacOf(keys, row, renewedKeyId), renewedMac);
}

/**
 * Walks one chain from its first row.
 * @param onRow  is shown every row that is whole, in order
 * @returns undefined when it is whole, else the number of the first row that is broken or missing
 */
export async function firstBrokenEvent(
  db: Writer,
  keys: KeyRing,
  organisationId: string,
  onRow: (row: StoredEvent) => void = () => undefined,
): Promise<number | undefined> {
  let previous: Buffer = Buffer.alloc(0);
  let expected = 1;
  for (;;) {
    const rows = await eventsFrom(db, keys, organisationId, expected);
    for (const row of rows) {
      if (row.number !== expected || !sameBytes(row.previous, previous) || !isGenuine(keys, row)) return expected;
      onRow(row);
      previous = row.mac;
      expected += 1;
    }
    if (rows.length < batch) break;
  }
  const below = await db.maybe<{ number: number }>(
    sql`select number from audit_event where organisation_id = ${organisationId} and number < 1 order by number limit 1`,
  );
  if (below) return below.number;
  const head = await db.maybe<{ number: number; mac: Buffer }>(
    sql`select number, mac from audit_head where organisation_id = ${organisationId}`,
  );
  const isWhole = head ? head.number === expected - 1 && sameBytes(head.mac, previous) : expected === 1;
  return isWhole ? undefined : expected;
}

/** Every chain there is, also one whose head, or whose events, have been taken away. */
export const chainsThereAre = (db: Writer) =>
  db.all<{ organisationId: string; events: number }>(sql`
    select organisation_id, coalesce(max(number), 0) as events
      from (select organisation_id, number from audit_event union all select organisation_id, number from audit_head) as known
     group by organisation_id order by organisation_id`);

export interface ChainState {
  readonly organisationId: string;
  readonly events: number;
  /** Number of the first event that is broken or missing; undefined for a whole chain. */
  readonly brokenAt: number | undefined;
}
