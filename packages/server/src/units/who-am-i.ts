import { accountSummary } from '../accounts/index.ts';
import type { CalendarDate } from '../platform/clock.ts';
import type { Reader } from '../platform/db/index.ts';
import { personalOperation, type Actor, type Operation } from '../platform/operation.ts';
import { unitsOfAccount } from './reader.ts';

/** What this must ask of its neighbours to the right. */
export interface Neighbours {
  countUnreadThreads(db: Reader, actor: Actor): Promise<number>;
  awaitsAdministrator(db: Reader, accountId: string, now: Date): Promise<boolean>;
  testClosesOn(db: Reader, today: CalendarDate): Promise<CalendarDate | null>;
}

/** The signed-in person with units and roles: what the page needs to know before it can show anything. */
export const whoAmI = (neighbours: Neighbours): Operation =>
  personalOperation('whoAmI', {
    isOneBreath: true,
    async run({ actor, db, now, today, services: { config } }) {
      const [[account], units, unreadThreads, awaitsAdministrator, testClosesOn] = await Promise.all([
        accountSummary(db, [actor.accountId]),
        unitsOfAccount(db, actor.accountId),
        neighbours.countUnreadThreads(db, actor),
        neighbours.awaitsAdministrator(db, actor.accountId, now),
        neighbours.testClosesOn(db, today),
      ]);
      if (!account?.email) throw new Error('a signed-in person has no account');
      return {
        account: { id: actor.accountId, email: account.email, name: account.name, phone: account.phone },
        collectingRole: actor.collectingRole,
        units: units.map(({ code, name, kind, role, isContact, since }) => ({
          unit: code,
          name,
          kind,
          role,
          isContact,
          since: since.toISOString(),
        })),
        service: { name: config.serviceName, organisation: config.organisation.name, organisationShort: config.organisation.short },
        session: { idleMinutes: config.limits.sessionIdleMinutes, endsAt: actor.sessionEndsAt.toISOString() },
        unreadThreads,
        testClosesOn,
        awaitsAdministrator,
      };
    },
  });
