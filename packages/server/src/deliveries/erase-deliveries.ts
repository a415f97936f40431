import type { Services } from '../context.ts';
import { deliveriesInPeriod, namedStorageKeys } from './reader.ts';
import { deleteDelivery } from './writer.ts';

/**
 * Erases the deliveries of a period: rows one delivery a transaction, then its stored files. Run again after a kill it goes on
 * with what is left; a stored file whose row is gone is removed by the housekeeping.
 * @returns how many of each kind of thing this run erased
 */
export async function eraseDeliveriesOf({ database, files }: Services, periodId: string): Promise<Readonly<Record<string, number>>> {
  const total = { deliveries: 0, files: 0, findings: 0, corrections: 0, explanations: 0, receipts: 0 };
  const deliveries = await database.transaction({ side: 'collecting' }, (db) => deliveriesInPeriod(db, periodId));
  for (const { organisationId, id } of deliveries) {
    const erased = await database.transaction({ organisation: organisationId }, (db) => deleteDelivery(db, organisationId, id));
    for (const storageKey of erased.files) await files.remove(storageKey);
    total.deliveries += 1;
    total.files += erased.files.length;
    total.findings += erased.findings;
    total.corrections += erased.corrections;
    total.explanations += erased.explanations;
    total.receipts += erased.receipts;
  }
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
