import { collectingOperation } from '../platform/operation.ts';
import { allPeriods, allRounds } from './reader.ts';
import { periodView } from './view.ts';

/** Every collection round with its periods, the newest round first. */
export const listRounds = collectingOperation('listRounds', 'reader', {
  async run({ db, today }) {
    const periods = await allPeriods(db);
    return (await allRounds(db)).map((round) => ({
      ...round,
      today,
      periods: periods
        .filter(({ roundId }) => roundId === round.id)
        .map((period) => ({ ...periodView(period), erasedAt: period.erasedAt?.toISOString() ?? null })),
    }));
  },
});
