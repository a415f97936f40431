import { sql } from 'kysely';
import type { Services } from '../../context.ts';
import type { Reader, Writer } from '../db/database.ts';
import { checkpointsOf, sealOf } from './checkpoint.ts';
import { recordEvent } from './record.ts';
import { cutKind, eventsFrom, firstFault } from './verify.ts';

/** Events that go in one transaction: those who write in the chain wait for it. */
const stepLength = 2000;

interface OldEvents {
  readonly organisationId: string;
  /** Last event before the first that is to stay. */
  readonly upTo: number;
  readonly events: number;
}

/** The beginnings of chains that are older than an instant, and than what the database lets go. */
const oldEvents = (db: Reader, before: Date) =>
  db.all<OldEvents>(sql`
    select chain.organisation_id, chain.up_to, chain.up_to - chain.cut as events
      from (select head.organisation_id,
                   coalesce((select event.number - 1 from audit_event event
                              where event.organisation_id = head.organisation_id and event.at >= least(${before}, audit_cut_floor())
                              order by event.number limit 1), head.number) as up_to,
                   coalesce((select max(number) from audit_checkpoint where organisation_id = head.organisation_id), 0) as cut
              from audit_head head) chain
     where chain.up_to > chain.cut order by chain.organisation_id`);

/** How many events would go. */
export const countOldEvents = async (db: Reader, before: Date): Promise<number> =>
  (await oldEvents(db, before)).reduce((sum, { events }) => sum + events, 0);

/**
 * Removes the beginning of every chain that is older than an instant, behind a sealed checkpoint that an event of the chain tells of.
 * A chain that is not whole so far is left as it is: what nobody can vouch for is evidence. May be cut off and run again.
 * @returns how many events went
 */
export async function cutOldEvents(services: Services, before: Date, actor: string): Promise<number> {
  const { database, log } = services;
  let removed = 0;
  for (const { organisationId } of await database.transaction({ side: 'collecting' }, (db) => oldEvents(db, before)))
    for (let step = stepLength; step === stepLength;) {
      const outcome = await database.transaction({ side: 'collecting' }, (db) => cutChain(db, services, organisationId, before, actor));
      if (outcome === 'broken') log.error({ organisationId }, 'the audit log is broken where it would be cut, and is left as it is');
      step = outcome === 'broken' ? 0 : outcome;
      removed += step;
    }
  return removed;
}

async function cutChain(
  db: Writer,
  { keys, clock }: Services,
  organisationId: string,
  before: Date,
  actor: string,
): Promise<number | 'broken'> {
  await db.maybe(sql`select from audit_head where organisation_id = ${organisationId} for update`);
  const old = (await oldEvents(db, before)).find((chain) => chain.organisationId === organisationId);
  if (!old) return 0;
  const { holding, isForged } = await checkpointsOf(db, keys, organisationId);
  let { number, mac } = holding[0] ?? { number: 0, mac: Buffer.alloc(0) };
  const upTo = Math.min(old.upTo, number + stepLength);
  const events = upTo - number;
  while (number < upTo) {
    const rows = (await eventsFrom(db, keys, organisationId, number + 1)).filter((row) => row.number <= upTo);
    if (isForged || rows.length === 0 || firstFault(keys, rows, number + 1, mac) < rows.length) return 'broken';
    ({ number, mac } = rows.at(-1)!);
  }
  const at = (await db.maybe<{ at: Date }>(sql`select date_trunc('milliseconds', now()) as at`))!.at;
  const seal = sealOf(keys, { organisationId, number, mac, at }, keys.currentKeyId);
  await db.all(sql`select audit_cut(${organisationId}, ${number}, ${mac}, ${at}, ${keys.currentKeyId}, ${seal})`);
  await recordEvent(db, keys, clock.now(), {
    organisationId,
    actor,
    kind: cutKind,
    object: organisationId,
    outcome: 'done',
    details: { events, upTo: number, mac: mac.toString('hex') },
    origin: 'system',
  });
  return events;
}
