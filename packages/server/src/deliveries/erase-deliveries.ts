import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { deliveriesInPeriod, erasedInPeriod, namedStorageKeys } from './reader.ts';
import { deleteDelivery } from './writer.ts';

/**
 * Erases the deliveries of a period: rows and their audit event one delivery a transaction, then its stored files. Run again after
 * a kill it goes on with what is left; a stored file whose row is gone is removed by the housekeeping, and was unreadable from the
 * commit on, since its key was in the row.
 * @returns how many of each kind of thing have been erased of the period, by this run and by those before it
 */
export async function eraseDeliveriesOf(
  { database, files, keys, clock }: Services,
  periodId: string,
  actor = 'system: erase-test-period',
): Promise<Readonly<Record<string, number>>> {
  const deliveries = await database.transaction({ side: 'collecting' }, (db) => deliveriesInPeriod(db, periodId));
  for (const { organisationId, id } of deliveries) {
    const erased = await database.transaction({ organisation: organisationId }, async (db) => {
      const { storageKeys, ...counts } = await deleteDelivery(db, organisationId, id);
      if (counts.deliveries > 0)
        await recordEvent(db, keys, clock.now(), {
          organisationId,
          actor,
          kind: 'delivery.erased',
          object: id,
          outcome: 'done',
          details: { period: periodId, ...counts },
          origin: 'system',
        });
      return storageKeys;
    });
    for (const storageKey of erased) await files.remove(storageKey);
  }
  const told = await database.transaction({ side: 'collecting' }, (db) => erasedInPeriod(db, periodId));
  const total = { deliveries: 0, files: 0, findings: 0, corrections: 0, explanations: 0, receipts: 0 };
  for (const { details } of told) for (const kind of Object.keys(total) as (keyof typeof total)[]) total[kind] += details[kind];
  return total;
}

/** A file is older than this before it counts as forgotten: an upload that is being registered has none of its rows yet. */
const forgottenAfterHours = 24;

/** Removes stored files that no row names: an upload whose process was killed between storing and registering. */
export async function removeOrphanedFiles({ database, files }: Services): Promise<void> {
  const old = await files.olderThan(forgottenAfterHours);
  if (old.length === 0) return;
  const named = await database.transaction({ side: 'collecting' }, (db) => namedStorageKeys(db, old));
  const known = new Set(named.map(({ storageKey }) => storageKey));
  for (const storageKey of old) if (!known.has(storageKey)) await files.remove(storageKey);
}
