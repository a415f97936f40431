import type { Services } from '../context.ts';
import type { Actor } from '../platform/operation.ts';
import { sessionOf } from './sessions/session.ts';
import { sessionCookie } from './token.ts';
import { touchSession } from './sessions/writer.ts';

/**
 * The person behind the cookies, looked up anew for every request: an account that was closed or a role that was taken away
 * is gone at once. Somebody who has not acknowledged the present information on personal data is nobody until then.
 * @param as `watching`: an open event stream asks; it keeps no session alive
 */
export async function identify(
  services: Services,
  cookies: Readonly<Record<string, string | undefined>>,
  now: Date,
  as: 'acting' | 'watching' = 'acting',
): Promise<Actor | undefined> {
  if (!cookies[sessionCookie]) return undefined;
  const { database, config } = services;
  const session = await sessionOf(database.reader, config, cookies, now);
  if (session.is !== 'open') return undefined;
  if (as === 'acting' && now.getTime() - session.lastSeenAt.getTime() >= 60_000)
    await database.transaction({}, (db) => touchSession(db, session.tokenHash, now));
  return session.actor;
}
