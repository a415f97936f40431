import { personalOperation } from '../../platform/operation.ts';
import { sessionsOf } from '../reader.ts';
import { deviceOf } from './user-agent.ts';

/** Where the person is signed in now, the newest first. */
export const listMySessions = personalOperation('listMySessions', {
  async run({ actor, db, now, services }) {
    const { sessionHours, sessionIdleMinutes } = services.config.limits;
    const rows = await sessionsOf(db, actor.accountId, {
      createdAfter: new Date(now.getTime() - sessionHours * 3_600_000),
      seenAfter: new Date(now.getTime() - sessionIdleMinutes * 60_000),
    });
    return rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      ...deviceOf(userAgent),
      signedInAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThis: id === actor.sessionId,
    }));
  },
});
