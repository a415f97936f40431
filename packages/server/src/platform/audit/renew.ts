import { sql } from 'kysely';
import type { Database, Writer } from '../db/database.ts';
import type { KeyRing } from '../keys.ts';
import { checkpointsOf, sealOf, type Checkpoint } from './checkpoint.ts';
import { renewedMacOf } from './event.ts';
import { chainsThereAre, eventsFrom, firstFault, type StoredEvent } from './verify.ts';

export interface Renewed {
  /** Events that were given a mac under the current key by this run. */
  readonly events: number;
  /** Checkpoints that were sealed under the current key too. */
  readonly checkpoints: number;
  /** Chains that were left where they are broken: what nobody can vouch for is not signed anew. */
  readonly broken: readonly { readonly organisationId: string; readonly number: number }[];
}

/**
 * Gives every event whose mac is under another key one under the current key, beside its own, so that it can be proved when its
 * key is gone. An event is checked before; the log itself stays as it is. A thousand events a transaction; run again it goes on
 * where it was.
 */
export async function renewMacs(database: Database, keys: KeyRing): Promise<Renewed> {
  const chains = await database.transaction({ side: 'collecting' }, chainsThereAre);
  const broken: { organisationId: string; number: number }[] = [];
  let events = 0;
  let checkpoints = 0;
  for (const { organisationId } of chains) {
    let [from, previous]: [number, Buffer] = [1, Buffer.alloc(0)];
    for (;;) {
      // May be run again: nothing outside is touched in it.
      const rows = await database.transaction({ side: 'collecting', isOneMoment: true }, async (db) => {
        const { holding } = await checkpointsOf(db, keys, organisationId);
        let sealed = 0;
        for (const checkpoint of holding) sealed += await sealAnew(db, keys, checkpoint);
        const [last] = holding;
        const isCut = last !== undefined && last.number >= from;
        const [first, before] = isCut ? [last.number + 1, last.mac] : [from, previous];
        const some = await eventsFrom(db, keys, organisationId, first);
        const whole = some.slice(0, firstFault(keys, some, first, before));
        return { some, whole, first, before, sealed, kept: await keepMacs(db, keys, organisationId, whole) };
      });
      checkpoints += rows.sealed;
      events += rows.kept;
      from = rows.first + rows.whole.length;
      previous = rows.whole.at(-1)?.mac ?? rows.before;
      if (rows.whole.length < rows.some.length) broken.push({ organisationId, number: from });
      if (rows.whole.length < rows.some.length || rows.some.length === 0) break;
    }
  }
  return { events, checkpoints, broken };
}

const sealAnew = (db: Writer, keys: KeyRing, checkpoint: Checkpoint): Promise<number> =>
  db.run(sql`
    insert into audit_checkpoint_seal (organisation_id, number, key_id, mac)
    values (${checkpoint.organisationId}, ${checkpoint.number}, ${keys.currentKeyId}, ${sealOf(keys, checkpoint, keys.currentKeyId)})
    on conflict do nothing`);

async function keepMacs(db: Writer, keys: KeyRing, organisationId: string, rows: readonly StoredEvent[]): Promise<number> {
  const older = rows.filter((row) => row.keyId !== keys.currentKeyId && row.renewedKeyId !== keys.currentKeyId);
  if (older.length === 0) return 0;
  return db.run(sql`
    insert into audit_event_renewed (organisation_id, number, key_id, mac)
    select ${organisationId}, one.number, ${keys.currentKeyId}, one.mac
      from unnest(${older.map(({ number }) => number)}::bigint[],
                  ${older.map((row) => renewedMacOf(keys, row, keys.currentKeyId))}::bytea[]) as one (number, mac)
    on conflict do nothing`);
}

/** How many events nobody could prove with the current key alone. */
export const provedByOtherKeys = async (db: Writer, keys: KeyRing): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`
    select count(*) as count from audit_event event
     where event.key_id <> ${keys.currentKeyId}
       and not exists (select from audit_event_renewed renewed
                        where renewed.organisation_id = event.organisation_id and renewed.number = event.number
                          and renewed.key_id = ${keys.currentKeyId})`))!.count;

/** How many checkpoints nobody could prove with the current key alone. */
export const checkpointsUnderOtherKeys = async (db: Writer, keys: KeyRing): Promise<number> =>
  (await db.maybe<{ count: number }>(sql`
    select count(*) as count from audit_checkpoint checkpoint
     where not exists (select from audit_checkpoint_seal seal
                        where seal.organisation_id = checkpoint.organisation_id and seal.number = checkpoint.number
                          and seal.key_id = ${keys.currentKeyId})`))!.count;
