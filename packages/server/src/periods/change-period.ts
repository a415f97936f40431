import { publish } from '../platform/live/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { areApart, closesWhatIsOpen, isInOrder } from './period.ts';
import { periodName } from './period-name.page.ts';
import { allPeriods, roundById } from './reader.ts';
import { periodView } from './view.ts';
import { lockPeriods, updatePeriod } from './writer.ts';

/**
 * Sets the days and texts of a period; every unit sees them at once. What closes an open period ends everybody's work, and a test
 * period's data are erased within minutes: then the period's name must come with it, so that it is no slip of the hand.
 */
export const changePeriod = collectingOperation('changePeriod', 'collectionManager', {
  audit: ({ period, opensOn, dueOn, lastUploadOn, closesOn }, { version }) => [
    'period.changed',
    period,
    { opensOn, dueOn, lastUploadOn, closesOn, version },
  ],
  async run({ db, today }, { period: periodId, expectedVersion, confirmName, texts, ...days }) {
    insistNoPersonalNumber(Object.values(texts).flat());
    await lockPeriods(db);
    const periods = await allPeriods(db);
    const before = periods.find(({ id }) => id === periodId);
    insist(before, 'request.not-found');
    insist(before.version === expectedVersion, 'period.changed-meanwhile');
    insist(isInOrder(days) && periods.every((other) => other.id === periodId || areApart(days, other)), 'period.dates-out-of-order');
    if (closesWhatIsOpen(before, days, today)) {
      const round = await roundById(db, before.roundId);
      insist(round && confirmName === periodName(round.name, before), 'period.name-not-typed');
    }
    const changed = await updatePeriod(db, periodId, expectedVersion, days, texts);
    insist(changed, 'period.erased');
    await publish(db, 'period');
    return periodView(changed);
  },
});
