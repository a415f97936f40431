import { displayNamesOf } from '../accounts/index.ts';
import { collectingOperation } from '../platform/operation.ts';
import { allPeriods } from '../periods/index.ts';
import { allUnits } from '../units/index.ts';
import { datesFor } from './dates-for.ts';
import { extensionView } from './extension.ts';
import { waitingRequests } from './reader.ts';

/** Every request that waits for an answer, oldest first, with the unit's due date as it is now. */
export const listWaitingExtensions = collectingOperation('listWaitingExtensions', 'reader', {
  async run({ db }) {
    const requests = await waitingRequests(db);
    if (requests.length === 0) return [];
    const names = await displayNamesOf(
      db,
      requests.map(({ askedBy }) => askedBy),
    );
    const units = new Map((await allUnits(db)).map((unit) => [unit.unitId, unit]));
    const periods = new Map((await allPeriods(db)).map((period) => [period.id, period]));
    return requests.flatMap((request) => {
      const unit = units.get(request.unitId);
      const period = periods.get(request.periodId);
      if (!unit || !period) return [];
      return [
        {
          ...extensionView(request, (accountId) => names.get(accountId) ?? ''),
          unit: unit.code,
          unitName: unit.name,
          dueOn: datesFor(period, request.grantedEarlierOn).dueOn,
          grantedBefore: request.grantedBefore,
        },
      ];
    });
  },
});
