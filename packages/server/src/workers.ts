import type { Services } from './context.ts';
import { checkDelivery, eraseDeliveriesOf, recountDelivery, removeOrphanedFiles } from './deliveries/index.ts';
import { rewrapProviderLinks } from './accounts/index.ts';
import { keepDailyHeads } from './audit/index.ts';
import { unlinkThreadsOf } from './messages/index.ts';
import { endTestPeriods, eraseTestPeriod } from './periods/index.ts';
import { clockWatch } from './platform/clock-watch.ts';
import type { JobHandlers } from './platform/jobs/index.ts';
import { forgetOldEvents } from './platform/live/index.ts';
import { mailSender } from './platform/mail/index.ts';
import { applyRetention } from './privacy/index.ts';

/** What each queue does. Every handler may run again after a crash and then changes nothing. */
export const jobHandlers = (services: Services, lookAtClock = clockWatch(services.database, services.log)): JobHandlers => ({
  'send-mail': (
    (send) =>
    ({ mailId }) =>
      send(mailId)
  )(mailSender(services.config, services.database, services.keys)),
  'check-delivery': (job) => checkDelivery(services, job),
  'recount-delivery': (job) => recountDelivery(services, job),
  'erase-test-period': ({ periodId }) => eraseTestPeriod(services, periodId, { eraseDeliveriesOf, unlinkThreadsOf }),
  retention: () => applyRetention(services),
  housekeeping: async () => {
    await lookAtClock();
    await endTestPeriods(services);
    await services.database.transaction({}, (db) => rewrapProviderLinks(db, services.keys));
    await forgetOldEvents(services);
    await removeOrphanedFiles(services);
    await keepDailyHeads(services);
  },
});
