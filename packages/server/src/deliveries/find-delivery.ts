import type { UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import type { Reader } from '../platform/db/index.ts';
import { unitDates, type UnitDates } from '../extensions/index.ts';
import { periodById, periodFor, type Period } from '../periods/index.ts';
import type { UnitKey } from '../units/index.ts';
import { isWorkable, type Delivery, type DeliveryFileRow } from './delivery.ts';
import { actsForUnit } from './policy.ts';
import { deliveryById, deliveryOf, fileById, lockedDelivery } from './reader.ts';

/** The unit's delivery in the period of today, when it has one. */
export async function currentDeliveryOf(db: Reader, unit: UnitKey, today: string): Promise<Delivery | undefined> {
  const period = await periodFor(db, today);
  const delivery = period && (await deliveryOf(db, unit, period.id));
  return delivery?.currentFileId ? delivery : undefined;
}

export interface Found {
  readonly delivery: Delivery;
  readonly file: DeliveryFileRow;
}

const uuid = /^[0-9a-f-]{36}$/;

/** Ids of an address whose form nobody has looked at. @throws Problem request.not-found when one is none */
export const insistIds = (...ids: readonly string[]): void =>
  insist(
    ids.every((id) => uuid.test(id)),
    'request.not-found',
  );

/** A delivery of the unit in the address with one of its files, which may be an older one. @throws Problem request.not-found */
export async function findFile({ db, unit }: UnitCall, deliveryId: string, fileId: string): Promise<Found> {
  insistIds(deliveryId, fileId);
  const delivery = await deliveryById(db, unit, deliveryId);
  const file = delivery && (await fileById(db, unit.organisationId, fileId));
  insist(delivery && file?.deliveryId === deliveryId, 'request.not-found');
  return { delivery, file };
}

/** A delivery of the unit in the address with its current file. @throws Problem request.not-found, delivery.still-checking */
export async function findDelivery({ db, unit }: UnitCall, deliveryId: string): Promise<Found> {
  return withFile(db, await deliveryById(db, unit, deliveryId));
}

/** The same, locked, for an actor who may work in it now. @throws Problem with the reason why not */
export async function lockForWork(
  call: UnitCall,
  deliveryId: string,
  fileId: string,
): Promise<Found & { readonly period: Period; readonly dates: UnitDates }> {
  const { db, unit, actor, today } = call;
  insist(actsForUnit({ unitRole: unit.role, collectingRole: actor.collectingRole }), 'delivery.not-allowed');
  const found = await withFile(db, await lockedDelivery(db, unit, deliveryId));
  const open = await insistOpen(db, unit, found.delivery, today);
  insist(found.delivery.state !== 'received' || found.file.isFatal, 'delivery.still-checking');
  insist(!found.file.isFatal, 'delivery.cannot-correct');
  insist(isWorkable(found.delivery.state), 'delivery.wrong-state', { state: found.delivery.state });
  insist(found.file.id === fileId, 'delivery.file-replaced');
  return { ...found, ...open };
}

/** @throws Problem period.closed when the unit's last day to correct and submit has passed */
export async function insistOpen(
  db: Reader,
  unit: UnitKey,
  delivery: Delivery,
  today: string,
): Promise<{ readonly period: Period; readonly dates: UnitDates }> {
  const period = await periodById(db, delivery.periodId);
  insist(period, 'request.not-found');
  const dates = await unitDates(db, unit, period);
  insist(period.opensOn <= today && today <= dates.closesOn, 'period.closed', { closesOn: dates.closesOn });
  return { period, dates };
}

async function withFile(db: Reader, delivery: Delivery | undefined): Promise<Found> {
  insist(delivery?.currentFileId, 'request.not-found');
  const file = await fileById(db, delivery.organisationId, delivery.currentFileId);
  insist(file, 'request.not-found');
  insist(file.check === 'done', 'delivery.still-checking');
  return { delivery, file };
}
