import type { Services } from '../context.ts';
import { periodsOfYearAfter } from '../periods/index.ts';
import type { Writer } from '../platform/db/index.ts';
import { publish } from '../platform/live/index.ts';
import { unitByKey, type UnitKey } from '../units/index.ts';
import { countsWithExplained } from './explained.ts';
import { openedFile } from './opened-delivery.ts';
import { deliveryById, deliveryOf, fileById, lockedInOrganisation } from './reader.ts';
import { saveCounts } from './writer.ts';

/** To be told when a delivery is accepted or opened for change: what the unit delivers the year after is compared with it. */
export async function recountYearAfter({ jobs }: Services, db: Writer, unit: UnitKey, deliveryId: string): Promise<void> {
  const delivery = await deliveryById(db, unit, deliveryId);
  if (!delivery) return;
  for (const { id } of await periodsOfYearAfter(db, delivery.periodId)) {
    const later = await deliveryOf(db, unit, id);
    if (later) await jobs.enqueue(db, 'recount-delivery', { organisationId: unit.organisationId, deliveryId: later.id });
  }
}

/** Counts the findings of a checked file again, with what it is compared with now. */
export async function recountDelivery(
  services: Services,
  { organisationId, deliveryId }: { readonly organisationId: string; readonly deliveryId: string },
): Promise<void> {
  const { database, keys } = services;
  await database.transaction({ organisation: organisationId }, async (db) => {
    const delivery = await lockedInOrganisation(db, organisationId, deliveryId);
    const file = delivery?.currentFileId ? await fileById(db, organisationId, delivery.currentFileId) : undefined;
    if (!delivery || file?.check !== 'done') return;
    const opened = await openedFile(services, db, delivery, file, true);
    const { summary } = await opened.checked();
    await saveCounts(db, organisationId, file.id, await countsWithExplained(db, keys, delivery, opened, file.id, summary));
    const unit = await unitByKey(db, delivery);
    if (unit) await publish(db, 'delivery', { organisationId, code: unit.code });
  });
}
