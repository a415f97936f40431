import type { Services } from './context.ts';
import { checkDelivery, eraseDeliveriesOf, forgetOldUploadSlots, recountDelivery, removeOrphanedFiles } from './deliveries/index.ts';
import { forgetOldJourneys } from './accounts/index.ts';
import { forgetReadings, keepDailyHeads } from './audit/index.ts';
import { unlinkThreadsOf } from './messages/index.ts';
import { endTestPeriods, eraseTestPeriod } from './periods/index.ts';
import { clockWatch } from './platform/clock-watch.ts';
import { forgetOldRequestCounts } from './platform/http/index.ts';
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
    await forgetOldJourneys(services);
    await forgetOldEvents(services);
    await removeOrphanedFiles(services);
    await forgetOldUploadSlots(services);
    await forgetOldRequestCounts(services);
    await forgetReadings(services);
    await keepDailyHeads(services);
  },
});
