import type { Writer } from '../platform/db/index.ts';
import { publish } from '../platform/live/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import type { Delivery } from './delivery.ts';
import { deliveryById } from './reader.ts';
import { insertStep, moveDelivery } from './writer.ts';

export interface Step {
  readonly to: Delivery['state'];
  readonly from: readonly Delivery['state'][];
  /** Null: whatever the version is. */
  readonly expectedVersion: number | null;
  readonly note: string;
}

/**
 * Moves a delivery from one of the states named: one conditional update, the step with who and when, and word to open pages.
 * @throws Problem request.not-found, delivery.wrong-state, delivery.changed-meanwhile
 */
export async function stepDelivery(
  db: Writer,
  { actor, now, unit }: Pick<UnitCall, 'actor' | 'now' | 'unit'>,
  deliveryId: string,
  step: Step,
): Promise<{ readonly version: number }> {
  const moved = await moveDelivery(db, unit.organisationId, deliveryId, step, now);
  if (!moved) {
    const delivery = await deliveryById(db, unit, deliveryId);
    insist(delivery, 'request.not-found');
    insist(step.from.includes(delivery.state), 'delivery.wrong-state', { state: delivery.state });
    insist(false, 'delivery.changed-meanwhile', { expectedVersion: step.expectedVersion, currentVersion: delivery.version });
  }
  await insertStep(db, unit.organisationId, deliveryId, { state: step.to, by: actor.accountId, note: step.note }, now);
  await publish(db, 'delivery', unit);
  return moved;
}
