import type { Output } from '@insamling/contract';
import {
  accountsWithoutRole,
  deviceDays,
  devicesNotSeen,
  endAccount,
  invitationsLeft,
  lockAccount,
  sessionsThatEnded,
  stepsThatRanOut,
  triesOfAddresses,
} from '../../accounts/index.ts';
import type { Config } from '../../config.ts';
import type { Services } from '../../context.ts';
import { deliveriesInPeriod, eraseDeliveriesOf, uploadSlots } from '../../deliveries/index.ts';
import { countRequestsBefore, eraseRequestsBefore } from '../../extensions/index.ts';
import { countThreadsBefore, eraseThreadsBefore, unlinkThreadsOf } from '../../messages/index.ts';
import { submissionPeriodsClosedBefore } from '../../periods/index.ts';
import { countOldEvents, cutOldEvents, readings, recordEvent } from '../../platform/audit/index.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Writer } from '../../platform/db/index.ts';
import { requestCounts } from '../../platform/http/index.ts';
import { countLettersBefore, forgetLettersBefore } from '../../platform/mail/index.ts';
import { daysAgo, hoursAgo, monthOf, yearsAgo } from './times.ts';

export type RetentionName = Output<'previewRetention'>[number]['name'];

/** A kind of data with its time. What is older than `before` goes; null keeps it for ever. */
export type RetentionKind = {
  readonly name: RetentionName;
  readonly before: (config: Pick<Config, 'keep' | 'limits'>, now: Date) => Date | null;
  /** The setting that decides it, in days, years or hours; 0 for ever. Without one it follows from what the data are for. */
  readonly kept?: (config: Pick<Config, 'keep' | 'limits'>) => number;
  /** How many would go now. */
  readonly count: (db: Writer, before: Date) => Promise<number>;
} & (
  | {
      /** Erases them in one transaction, with the event that tells of it. @returns how many went */
      readonly erase: (db: Writer, before: Date) => Promise<number>;
    }
  | {
      /** Erases them in transactions of its own; may be cut off and run again. @returns how many went */
      readonly eraseInSteps: (services: Services, before: Date) => Promise<number>;
    }
);

export const collecting = { side: 'collecting' } as const;
export const retentionActor = 'system: retention';

type Accounts = (db: Writer, before: Date, accountId?: string) => Promise<readonly { readonly accountId: string }[]>;

/**
 * One account a transaction, each with its own event: it is ended whole or not at all, and not when the person has got a role, or
 * used the invitation, since the list was made.
 */
async function endAccounts(services: Services, before: Date, list: Accounts, because: string): Promise<number> {
  const { database, clock, keys } = services;
  let ended = 0;
  for (const { accountId } of await database.transaction(collecting, (db) => list(db, before)))
    ended += await database.transaction(collecting, async (db) => {
      const now = clock.now();
      await lockAccount(db, accountId); // a role that is being given now is waited for
      const isStill = (await list(db, before, accountId)).length > 0;
      if (!isStill || !(await endAccount(db, services, now, accountId))) return 0;
      await recordEvent(db, keys, now, {
        actor: retentionActor,
        kind: 'account.ended',
        object: accountId,
        outcome: 'done',
        details: { because },
        origin: 'system',
      });
      return 1;
    });
  return ended;
}

async function deliveriesBefore(db: Writer, before: Date): Promise<{ readonly periodId: string; readonly deliveries: number }[]> {
  const found = [];
  for (const { id } of await submissionPeriodsClosedBefore(db, dayOf(before)))
    found.push({ periodId: id, deliveries: (await deliveriesInPeriod(db, id)).length });
  return found.filter(({ deliveries }) => deliveries > 0);
}

/** In the order they are erased. «Something changed» for open pages, which is of nobody, is housekeeping's. */
export const retentionKinds: readonly RetentionKind[] = [
  {
    name: 'account-without-role',
    kept: ({ keep }) => keep.withoutRoleDays,
    before: ({ keep }, now) => daysAgo(now, keep.withoutRoleDays),
    count: async (db, before) => (await accountsWithoutRole(db, before)).length,
    eraseInSteps: (services, before) => endAccounts(services, before, accountsWithoutRole, 'without-role'),
  },
  {
    name: 'unused-invitation',
    kept: ({ keep }) => keep.invitationDays,
    before: ({ keep }, now) => daysAgo(now, keep.invitationDays),
    count: async (db, before) => (await invitationsLeft(db, before)).length,
    eraseInSteps: (services, before) => endAccounts(services, before, invitationsLeft, 'unused-invitation'),
  },
  {
    name: 'letter',
    kept: ({ keep }) => keep.letterDays,
    before: ({ keep }, now) => daysAgo(now, keep.letterDays),
    count: countLettersBefore,
    erase: forgetLettersBefore,
  },
  {
    name: 'delivery',
    kept: ({ keep }) => keep.deliveryYears,
    before: ({ keep }, now) => yearsAgo(now, keep.deliveryYears),
    count: async (db, before) => (await deliveriesBefore(db, before)).reduce((sum, { deliveries }) => sum + deliveries, 0),
    async eraseInSteps(services, before) {
      const old = await services.database.transaction(collecting, (db) => deliveriesBefore(db, before));
      for (const { periodId } of old) {
        await unlinkThreadsOf(services, periodId);
        await eraseDeliveriesOf(services, periodId, retentionActor);
      }
      return old.reduce((sum, { deliveries }) => sum + deliveries, 0);
    },
  },
  {
    name: 'thread',
    kept: ({ keep }) => keep.messageYears,
    before: ({ keep }, now) => yearsAgo(now, keep.messageYears),
    count: countThreadsBefore,
    erase: eraseThreadsBefore,
  },
  {
    name: 'extension-request',
    kept: ({ keep }) => keep.messageYears,
    before: ({ keep }, now) => yearsAgo(now, keep.messageYears),
    count: countRequestsBefore,
    erase: eraseRequestsBefore,
  },
  {
    name: 'session',
    kept: ({ limits }) => limits.sessionHours,
    before: ({ limits }, now) => hoursAgo(now, limits.sessionHours),
    ...sessionsThatEnded,
  },
  { name: 'unfinished-step', before: (_config, now) => now, ...stepsThatRanOut },
  { name: 'device', before: (_config, now) => daysAgo(now, deviceDays), ...devicesNotSeen },
  {
    name: 'tries-of-address',
    kept: ({ keep }) => keep.countHours,
    before: ({ keep }, now) => hoursAgo(now, keep.countHours),
    ...triesOfAddresses,
  },
  {
    name: 'use-of-limits',
    before: (_config, now) => hoursAgo(now, 2),
    count: async (db, before) => (await requestCounts.count(db, before)) + (await uploadSlots.count(db, before)),
    erase: async (db, before) => (await requestCounts.erase(db, before)) + (await uploadSlots.erase(db, before)),
  },
  { name: 'reading', before: (_config, now) => daysAgo(now, 2), ...readings },
  {
    name: 'audit-event',
    kept: ({ keep }) => keep.auditYears,
    before: ({ keep }, now) => monthOf(yearsAgo(now, keep.auditYears)),
    count: countOldEvents,
    eraseInSteps: (services, before) => cutOldEvents(services, before, retentionActor),
  },
];
