import { sql, type RawBuilder } from 'kysely';
import type { Writer } from '../db/database.ts';
import { sameBytes, type KeyRing } from '../keys.ts';
import { checkpointsOf, type Checkpoint } from './checkpoint.ts';
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
export const eventsFrom = (db: Writer, keys: KeyRing, organisationId: string, number: number): Promise<StoredEvent[]> =>
  storedEvents(db, keys, sql`event.organisation_id = ${organisationId} and event.number >= ${number} order by event.number limit ${batch}`);

async function storedEvents(db: Writer, keys: KeyRing, condition: RawBuilder<unknown>): Promise<StoredEvent[]> {
  const rows = await db.all<Omit<StoredEvent, 'details'> & { detailsText: string }>(sql`
    select event.organisation_id, event.number, event.at, event.actor, event.unit_id, event.kind, event.object, event.outcome,
           event.details::text as details_text, event.origin, event.key_id, event.previous, event.mac,
           event.at = date_trunc('milliseconds', event.at) as is_exact, renewed.mac as renewed_mac, renewed.key_id as renewed_key_id
      from audit_event event
      left join lateral (
        select key_id, mac from audit_event_renewed
         where organisation_id = event.organisation_id and number = event.number and key_id = any(${[...keys.keyIds]}::text[])
         order by array_position(${[...keys.keyIds]}::text[], key_id) limit 1) renewed on true
     where ${condition}`);
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
 * Place of the first row that is not as it was written or not where it belongs; the number of rows when all are whole.
 * @param from  number that the first row should have
 * @param before  mac of the event before it
 */
export function firstFault(keys: KeyRing, rows: readonly StoredEvent[], from: number, before: Buffer): number {
  const place = rows.findIndex((row, index) => {
    const previous = index === 0 ? before : rows[index - 1]!.mac;
    return row.number !== from + index || !sameBytes(row.previous, previous) || !isGenuine(keys, row);
  });
  return place < 0 ? rows.length : place;
}

/** What a walk along one chain found. */
export interface Walk {
  /** Where it began: the newest checkpoint that holds; undefined when it began at the first event. */
  readonly checkpoint: Checkpoint | undefined;
  /** Number of the first event that is broken or missing; undefined for a whole chain. */
  readonly brokenAt: number | undefined;
  /** When events are missing there: number of the last one before the chain goes on. */
  readonly goneUpTo: number | undefined;
  readonly checkpointFault: 'forged' | 'taken-back' | undefined;
}

/**
 * Walks one chain from its first row, or from the checkpoint that stands for those that went when their time was up.
 * @param onRow  is shown every row that is whole, in order
 */
export async function walkChain(
  db: Writer,
  keys: KeyRing,
  organisationId: string,
  onRow: (row: StoredEvent) => void = () => undefined,
): Promise<Walk> {
  const {
    holding: [checkpoint],
    isForged,
  } = await checkpointsOf(db, keys, organisationId);
  const isTold = await cutsTold(db, keys, organisationId, checkpoint);
  const walk = { checkpoint, goneUpTo: undefined, checkpointFault: isForged ? ('forged' as const) : isTold };
  let previous = checkpoint?.mac ?? Buffer.alloc(0);
  let expected = (checkpoint?.number ?? 0) + 1;
  for (;;) {
    const rows = await eventsFrom(db, keys, organisationId, expected);
    const whole = rows.slice(0, firstFault(keys, rows, expected, previous));
    for (const row of whole) onRow(row);
    previous = whole.at(-1)?.mac ?? previous;
    expected += whole.length;
    const next = rows[whole.length];
    if (next) return { ...walk, brokenAt: expected, goneUpTo: next.number > expected ? next.number - 1 : undefined };
    if (rows.length < batch) break;
  }
  const below = await db.maybe<{ number: number }>(sql`
    select number from audit_event
     where organisation_id = ${organisationId} and number <= ${checkpoint?.number ?? 0} order by number limit 1`);
  if (below) return { ...walk, brokenAt: below.number };
  const head = await db.maybe<{ number: number; mac: Buffer }>(
    sql`select number, mac from audit_head where organisation_id = ${organisationId}`,
  );
  const isWhole = head ? head.number === expected - 1 && sameBytes(head.mac, previous) : expected === 1;
  return { ...walk, brokenAt: isWhole ? undefined : expected };
}

/** Every cut is told by an event of the chain that was cut: it names the checkpoint, and is ten years younger than what went. */
async function cutsTold(
  db: Writer,
  keys: KeyRing,
  organisationId: string,
  checkpoint: Checkpoint | undefined,
): Promise<Walk['checkpointFault']> {
  const events = await storedEvents(
    db,
    keys,
    sql`event.kind = ${cutKind} and event.organisation_id = ${organisationId} order by event.number`,
  );
  const told = events.filter((row) => isGenuine(keys, row)).map(({ details }) => details as { upTo?: unknown; mac?: unknown });
  const { number, mac } = checkpoint ?? { number: 0, mac: undefined };
  if (told.some(({ upTo }) => Number(upTo) > number)) return 'taken-back';
  return !mac || told.some((one) => one.upTo === number && one.mac === mac.toString('hex')) ? undefined : 'forged';
}

/** The event that tells of a cut, written with it. */
export const cutKind = 'audit.cut';

/** Every chain there is, also one whose head, or whose events, have been taken away. */
export const chainsThereAre = (db: Writer) =>
  db.all<{ organisationId: string; events: number }>(sql`
    select organisation_id, coalesce(max(number), 0) as events
      from (select organisation_id, number from audit_event union all select organisation_id, number from audit_head
            union all select organisation_id, number from audit_checkpoint) as known
     group by organisation_id order by organisation_id`);

export interface ChainState extends Omit<Walk, 'checkpoint' | 'checkpointFault'> {
  readonly organisationId: string;
  /** Events there have been, those that went with their time included. */
  readonly events: number;
  /** How many of them went with their time. */
  readonly cut: number;
  /**
   * What is wrong with the checkpoint: nobody with the keys made it; the log or a head outside knows of a later one; or a head outside
   * shows that events went that were younger than any that may go.
   */
  readonly checkpointFault: Walk['checkpointFault'] | 'too-young';
}
