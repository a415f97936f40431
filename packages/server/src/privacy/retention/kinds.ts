import { accountsWithoutRole, endAccount, invitationsLeft, lockAccount } from '../../accounts/index.ts';
import type { Config } from '../../config.ts';
import type { Services } from '../../context.ts';
import { deliveriesInPeriod, eraseDeliveriesOf } from '../../deliveries/index.ts';
import { countRequestsBefore, eraseRequestsBefore } from '../../extensions/index.ts';
import { countThreadsBefore, eraseThreadsBefore, unlinkThreadsOf } from '../../messages/index.ts';
import { submissionPeriodsClosedBefore } from '../../periods/index.ts';
import { countOldEvents, cutOldEvents, recordEvent } from '../../platform/audit/index.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Writer } from '../../platform/db/index.ts';
import { countLettersBefore, forgetLettersBefore } from '../../platform/mail/index.ts';

export type RetentionName =
  | 'account-without-role'
  | 'unused-invitation'
  | 'letter'
  | 'delivery'
  | 'thread'
  | 'extension-request'
  | 'audit-event';

/** A kind of data with its time. What is older than `before` goes; null keeps it for ever. */
export interface RetentionKind {
  readonly name: RetentionName;
  readonly before: (keep: Config['keep'], now: Date) => Date | null;
  /** How many would go now. */
  readonly count: (db: Writer, before: Date) => Promise<number>;
  /** Erases them; may be cut off and run again. @returns how many went */
  readonly erase: (services: Services, before: Date) => Promise<number>;
}

const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
function yearsAgo(now: Date, years: number): Date | null {
  if (years === 0) return null;
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then;
}
/** The first of a month, so that a chain is cut, and tells of it, once a month. */
function monthOf(at: Date | null): Date | null {
  return at && new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
}
const collecting = { side: 'collecting' } as const;
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

/** In the order they are erased. What runs out by itself within hours (journeys, sessions, counts, events) is housekeeping's. */
export const retentionKinds: readonly RetentionKind[] = [
  {
    name: 'account-without-role',
    before: (keep, now) => daysAgo(now, keep.withoutRoleDays),
    count: async (db, before) => (await accountsWithoutRole(db, before)).length,
    erase: (services, before) => endAccounts(services, before, accountsWithoutRole, 'without-role'),
  },
  {
    name: 'unused-invitation',
    before: (keep, now) => daysAgo(now, keep.invitationDays),
    count: async (db, before) => (await invitationsLeft(db, before)).length,
    erase: (services, before) => endAccounts(services, before, invitationsLeft, 'unused-invitation'),
  },
  {
    name: 'letter',
    before: (keep, now) => daysAgo(now, keep.letterDays),
    count: countLettersBefore,
    erase: ({ database }, before) => database.transaction(collecting, (db) => forgetLettersBefore(db, before)),
  },
  {
    name: 'delivery',
    before: (keep, now) => yearsAgo(now, keep.deliveryYears),
    count: async (db, before) => (await deliveriesBefore(db, before)).reduce((sum, { deliveries }) => sum + deliveries, 0),
    async erase(services, before) {
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
    before: (keep, now) => yearsAgo(now, keep.messageYears),
    count: countThreadsBefore,
    erase: ({ database }, before) => database.transaction(collecting, (db) => eraseThreadsBefore(db, before)),
  },
  {
    name: 'extension-request',
    before: (keep, now) => yearsAgo(now, keep.messageYears),
    count: countRequestsBefore,
    erase: ({ database }, before) => database.transaction(collecting, (db) => eraseRequestsBefore(db, before)),
  },
  {
    name: 'audit-event',
    before: (keep, now) => monthOf(yearsAgo(now, keep.auditYears)),
    count: countOldEvents,
    erase: (services, before) => cutOldEvents(services, before, retentionActor),
  },
];
