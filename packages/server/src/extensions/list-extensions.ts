import { displayNamesOf } from '../accounts/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { extensionView } from './extension.ts';
import { mayAsk } from './policy.ts';
import { requestsOf } from './reader.ts';
import { askingOf } from './unit-dates.ts';

/** A unit's requests for a later due date, newest first, and whether another can be made now. */
export const listExtensions = unitOperation('listExtensions', {
  async run({ db, services, today, unit }) {
    const asking = await askingOf(db, unit, today, services.config.limits.extensionMaxDays);
    const requests = await requestsOf(db, unit);
    const names = await displayNamesOf(
      db,
      requests.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
    );
    const isWaiting = requests.some(({ decision, periodId }) => decision === 'waiting' && periodId === asking?.period.id);
    return {
      dueOn: asking?.dates.dueOn ?? null,
      latestOn: asking?.latestOn ?? null,
      mayAsk: asking !== undefined && asking.isOpen && !isWaiting && mayAsk(unit.role),
      requests: requests.map((request) => extensionView(request, (accountId) => names.get(accountId) ?? '')),
    };
  },
});
