import type { DeliveryState } from '@insamling/contract';
import { countWaiting } from '../extensions/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { calendarOn } from '../periods/index.ts';
import { unitsInPeriod } from './collection-status.ts';

const states: readonly DeliveryState[] = ['notStarted', 'received', 'validated', 'submitted', 'inReview', 'returned', 'accepted'];

/** Where the collection stands today; between periods the one that comes next is named. */
export const showOverview = collectingOperation('showOverview', 'reader', {
  async run({ db, today }) {
    const { running, next, round } = await calendarOn(db, today);
    const period = running ?? next;
    const units = await unitsInPeriod(db, running, today);
    return {
      round: round ? { id: round.id, name: round.name } : null,
      period: period ? { id: period.id, kind: period.kind, opensOn: period.opensOn, dueOn: period.dueOn } : null,
      units: units.length,
      states: states.map((state) => ({ state, count: units.filter((unit) => unit.state === state).length })),
      late: units.filter((unit) => unit.isLate).length,
      waitingForUs: units.reduce((sum, unit) => sum + unit.unansweredThreads, 0),
      extensionRequests: await countWaiting(db),
    };
  },
});
