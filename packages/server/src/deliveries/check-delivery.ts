import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { publish } from '../platform/live/index.ts';
import { unitByKey } from '../units/index.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import { countsWithExplained, totals } from './explained.ts';
import { openedFile } from './opened-delivery.ts';
import { deliveryInOrganisation, fileById } from './reader.ts';
import { beginCheck, failCheck, finishCheck, insertStep, moveDelivery, saveCounts } from './writer.ts';

/** Tries before a check is given up; the file stays and can be asked about in a message. */
const mostTries = 5;

interface CheckJob {
  readonly organisationId: string;
  readonly deliveryId: string;
  readonly fileId: string;
}

/**
 * The server's own check of an uploaded file, whose answer stands. A job that ran before finds the check done and changes
 * nothing; one whose worker was killed begins again.
 */
export async function checkDelivery(services: Services, { organisationId, deliveryId, fileId }: CheckJob): Promise<void> {
  const { database, keys, clock } = services;
  const scope = { organisation: organisationId };
  const begun = await database.transaction(scope, async (db) => {
    const tries = await beginCheck(db, organisationId, fileId);
    const delivery = await deliveryInOrganisation(db, organisationId, deliveryId);
    const file = await fileById(db, organisationId, fileId);
    return tries && delivery && file ? { tries: tries.checkTries, delivery, file } : undefined;
  });
  if (!begun) return;
  if (begun.tries > mostTries) return giveUp(services, begun.delivery, begun.file);
  await database.transaction(scope, async (db) => {
    const { delivery, file } = begun;
    const opened = await openedFile(services, db, delivery, file, false);
    const checked = await opened.checked();
    const counts = await countsWithExplained(db, keys, delivery, opened, fileId, checked.summary);
    const now = clock.now();
    if ((await finishCheck(db, organisationId, fileId, checked, now)) === 0) return;
    await saveCounts(db, organisationId, fileId, counts);
    const current = await deliveryInOrganisation(db, organisationId, deliveryId);
    if (current?.currentFileId === fileId && !checked.isFatal) {
      const moved = await moveDelivery(db, organisationId, deliveryId, { to: 'validated', from: ['received'], expectedVersion: null }, now);
      if (moved) await insertStep(db, organisationId, deliveryId, { state: 'validated', by: file.uploadedBy, note: '' }, now);
    }
    await tell(db, delivery);
    const { fatal, errors, warnings } = totals(counts);
    await recordEvent(db, keys, now, {
      organisationId,
      unitId: delivery.unitId,
      actor: 'system: check-delivery',
      kind: 'delivery.file-checked',
      object: deliveryId,
      outcome: 'done',
      details: { file: fileId, records: checked.records, fatal, errors, warnings },
      origin: 'system',
    });
  });
}

async function giveUp(services: Services, delivery: Delivery, file: DeliveryFileRow): Promise<void> {
  await services.database.transaction({ organisation: delivery.organisationId }, async (db) => {
    if ((await failCheck(db, delivery.organisationId, file.id)) === 0) return;
    await tell(db, delivery);
    await recordEvent(db, services.keys, services.clock.now(), {
      organisationId: delivery.organisationId,
      unitId: delivery.unitId,
      actor: 'system: check-delivery',
      kind: 'delivery.file-checked',
      object: delivery.id,
      outcome: 'failed',
      details: { file: file.id },
      origin: 'system',
    });
  });
}

async function tell(db: Parameters<typeof publish>[0], delivery: Delivery): Promise<void> {
  const unit = await unitByKey(db, delivery);
  if (unit) await publish(db, 'delivery', { organisationId: delivery.organisationId, code: unit.code });
}
