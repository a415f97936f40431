import type { DeliveryState, UnitRow } from '@insamling/contract';
import { deliveryRows } from '../deliveries/index.ts';
import { datesInPeriod } from '../extensions/index.ts';
import { unansweredPerUnit } from '../messages/index.ts';
import type { CalendarDate } from '../platform/clock.ts';
import type { Reader } from '../platform/db/index.ts';
import type { Period } from '../periods/index.ts';
import { allUnits } from '../units/index.ts';
import { isLate } from './policy.ts';

/** Every unit with where it stands in a period: one question to each neighbour, whatever the number of units. */
export async function unitsInPeriod(db: Reader, period: Period | undefined, today: CalendarDate): Promise<UnitRow[]> {
  const units = await allUnits(db);
  const deliveries = new Map(period ? (await deliveryRows(db, period.id)).map((row) => [row.unitId, row]) : []);
  const datesOf = period ? await datesInPeriod(db, period) : undefined;
  const unanswered = new Map((await unansweredPerUnit(db)).map(({ unitId, count }) => [unitId, count]));
  return units.map((unit) => {
    const delivery = deliveries.get(unit.unitId);
    const dates = datesOf?.(unit.unitId);
    const state: DeliveryState = delivery?.state ?? 'notStarted';
    const dueOn = dates?.dueOn ?? null;
    return {
      unit: unit.code,
      name: unit.name,
      kind: unit.kind,
      county: unit.county,
      state,
      records: delivery?.records ?? null,
      errors: delivery?.errors ?? null,
      warnings: delivery?.warnings ?? null,
      explanations: delivery?.explanations ?? null,
      lastEventAt: delivery?.changedAt.toISOString() ?? null,
      dueOn,
      isExtended: dates?.extendedTo != null,
      isLate: isLate(state, dueOn, today),
      unansweredThreads: unanswered.get(unit.unitId) ?? 0,
      people: unit.people,
    };
  });
}
