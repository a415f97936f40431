import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { dayOf } from '../platform/clock.ts';
import { publish } from '../platform/live/index.ts';
import { endedTestPeriod } from './reader.ts';
import { claimEndedTestPeriods, markErased } from './writer.ts';

/** Puts every test period that is over in the queue for erasing. */
export async function endTestPeriods(services: Services): Promise<void> {
  const now = services.clock.now();
  await services.database.transaction({}, async (db) => {
    for (const { id } of await claimEndedTestPeriods(db, dayOf(now), now))
      await services.jobs.enqueue(db, 'erase-test-period', { periodId: id });
  });
}

/** What this must ask of neighbours to its right; each may run again after a kill and then finds the less to do. */
export interface Erasers {
  /** Erases the period's deliveries with everything that hangs on them. @returns how many of each kind of thing */
  eraseDeliveriesOf(services: Services, periodId: string): Promise<Readonly<Record<string, number>>>;
  /** Takes the links to those deliveries out of the message threads, which stay. @returns number of threads */
  unlinkThreadsOf(services: Services, periodId: string): Promise<number>;
}

/**
 * Erases what was delivered in a test period that is over. Threads are unlinked first, while their deliveries can still be
 * found; the period is marked last, so that a run that was cut off is taken up again. The audit event holds counts only.
 */
export async function eraseTestPeriod(
  services: Services,
  periodId: string,
  { eraseDeliveriesOf, unlinkThreadsOf }: Erasers,
): Promise<void> {
  const { database, clock, keys } = services;
  if (!(await database.transaction({}, (db) => endedTestPeriod(db, periodId, dayOf(clock.now()))))) return;
  const threads = await unlinkThreadsOf(services, periodId);
  const erased = await eraseDeliveriesOf(services, periodId);
  await database.transaction({}, async (db) => {
    const now = clock.now();
    if (!(await markErased(db, periodId, now))) return;
    await publish(db, 'period');
    await publish(db, 'delivery');
    await recordEvent(db, keys, now, {
      actor: 'system: erase-test-period',
      kind: 'period.test-erased',
      object: periodId,
      outcome: 'done',
      details: { ...erased, threadsUnlinked: threads },
      origin: 'system',
    });
  });
}
