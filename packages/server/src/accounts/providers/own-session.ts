import type { Writer } from '../../platform/db/index.ts';
import type { Actor } from '../../platform/operation.ts';
import { sessionOf } from '../sessions/session.ts';
import type { Arrival } from './arrival.ts';

/** The person whose session the visit was begun in, if the browser still has that very session. */
export async function sessionOfVisit(db: Writer, { services, request, visit }: Arrival): Promise<Actor | undefined> {
  const session = await sessionOf(db, services.config, request.cookies, request.now);
  if (session.is !== 'open') return undefined;
  const { actor } = session;
  return actor.sessionId === visit.sessionId && actor.accountId === visit.accountId ? actor : undefined;
}
