import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { areApart, isInOrder } from './period.ts';
import { allPeriods } from './reader.ts';
import { periodView } from './view.ts';
import { lockPeriods, updatePeriod } from './writer.ts';

/** Sets the days and texts of a period; every unit sees them at once. */
export const changePeriod = collectingOperation('changePeriod', 'collectionManager', {
  audit: ({ period, opensOn, dueOn, lastUploadOn, closesOn }, { version }) => [
    'period.changed',
    period,
    { opensOn, dueOn, lastUploadOn, closesOn, version },
  ],
  async run({ db }, { period: periodId, expectedVersion, texts, ...days }) {
    insistNoPersonalNumber(Object.values(texts).flat());
    await lockPeriods(db);
    const periods = await allPeriods(db);
    insist(
      periods.some(({ id }) => id === periodId),
      'request.not-found',
    );
    insist(isInOrder(days) && periods.every((other) => other.id === periodId || areApart(days, other)), 'period.dates-out-of-order');
    const changed = await updatePeriod(db, periodId, expectedVersion, days, texts);
    insist(changed, 'period.changed-meanwhile');
    await publish(db, 'period');
    return periodView(changed);
  },
});
