import type { Config } from '../../config.ts';
import type { Services } from '../../context.ts';
import type { Reader, Writer } from '../../platform/db/index.ts';
import type { PageCookie, PageRequest } from '../../platform/http/index.ts';
import type { Actor } from '../../platform/operation.ts';
import { rememberDevice } from './device.ts';
import { sessionBy, type SessionRow, type Way } from '../reader.ts';
import { tellOwner } from '../tell-owner.ts';
import { hashOf, journeyCookie, newToken, sessionCookie } from '../token.ts';
import { deviceOf } from './user-agent.ts';
import { endSession, insertSession, noteSignIn, renewToken } from './writer.ts';

/** A request that was sent under the token before is still answered for this long. */
const underWaySeconds = 10;
/** How long a proof with the second factor counts. */
const elevationSeconds = 300;
const elevatedUntil = (now: Date) => new Date(now.getTime() + elevationSeconds * 1000);

type Cookies = Readonly<Record<string, string | undefined>>;

/** What the cookie is worth now. `stale-notice`: holds, but the information has changed and must be acknowledged first. */
export type SessionState =
  | { readonly is: 'none' }
  | { readonly is: 'timed-out' }
  | { readonly is: 'stale-notice' | 'open'; readonly tokenHash: Buffer; readonly actor: Actor; readonly lastSeenAt: Date };

export async function sessionOf(db: Reader, config: Config, cookies: Cookies, now: Date): Promise<SessionState> {
  const token = cookies[sessionCookie];
  if (!token) return { is: 'none' };
  const tokenHash = hashOf(token);
  const row = await sessionBy(db, tokenHash, new Date(now.getTime() - underWaySeconds * 1000));
  if (!row || row.status !== 'active') return { is: 'none' };
  // The operator has taken the provider away.
  if (row.provider !== null && !config.signInProviders.some(({ id }) => id === row.provider)) return { is: 'none' };
  const endsAt = endOf(row, config);
  if (now >= endsAt) return { is: 'none' };
  if (now.getTime() >= row.lastSeenAt.getTime() + config.limits.sessionIdleMinutes * 60_000) return { is: 'timed-out' };
  const actor: Actor = {
    accountId: row.accountId,
    pseudonym: row.pseudonym,
    name: row.name,
    collectingRole: row.collectingRole,
    sessionId: row.sessionId,
    sessionEndsAt: endsAt,
    elevation:
      row.elevatedUntil && !row.isPrevious && row.elevatedUntil > now ? { until: row.elevatedUntil, purpose: row.elevatedFor } : null,
  };
  return { is: row.noticeVersion === config.noticeVersion ? 'open' : 'stale-notice', tokenHash, actor, lastSeenAt: row.lastSeenAt };
}

const endOf = (row: SessionRow, config: Config) => new Date(row.createdAt.getTime() + config.limits.sessionHours * 3_600_000);

/** Notes that the person has proved anew who they are. More than before may be done with the session now, hence under a new token. */
export async function elevateSession(db: Writer, sessionId: string, purpose: string, now: Date): Promise<PageCookie[]> {
  const token = newToken();
  await renewToken(db, sessionId, { tokenHash: token.hash, elevatedUntil: elevatedUntil(now), elevatedFor: purpose, at: now });
  return [{ name: sessionCookie, value: token.value }];
}

/** A new token for a session whose person has changed a way in: whoever had copied the old one has nothing. What was proved still counts. */
export async function renewSession(db: Writer, { sessionId, elevation }: Actor, now: Date): Promise<PageCookie[]> {
  const token = newToken();
  const { until = now, purpose = '' } = elevation ?? {};
  await renewToken(db, sessionId, { tokenHash: token.hash, elevatedUntil: until, elevatedFor: purpose, at: now });
  return [{ name: sessionCookie, value: token.value }];
}

/** A browser at the end of its way in. */
export interface Entering {
  readonly db: Writer;
  readonly services: Services;
  readonly request: Pick<PageRequest, 'cookies' | 'userAgent' | 'now'>;
}

/**
 * Begins a session under a token of our own making; whatever the browser carried before is dead. The sign-in counts as a proof. The
 * owner is told by letter when the account is used from a browser for the first time, but not when it is used for the first time at all.
 * @param by    what was shown
 * @param tell  writes the event, behind what is written of the account, whose row may make it wait
 * @returns undefined when an organisation of the person's does not let in by that; the transaction must be given up then
 */
export async function openSession(
  { db, services, request }: Entering,
  accountId: string,
  by: Way,
  tell: () => Promise<void>,
): Promise<PageCookie[] | undefined> {
  const { cookies, userAgent, now } = request;
  const brought = cookies[sessionCookie];
  const token = newToken();
  const [, isReturning, isOpen, device] = await Promise.all([
    brought && endSession(db, hashOf(brought)),
    noteSignIn(db, accountId, now),
    insertSession(db, { tokenHash: token.hash, accountId, userAgent, at: now, elevatedUntil: elevatedUntil(now), by }),
    rememberDevice(db, accountId, cookies, now),
    tell(),
  ]);
  if (!isOpen) return undefined;
  if (device.isNew && isReturning) await tellOwner({ db, services, now }, accountId, 'new-device', deviceOf(userAgent));
  return [{ name: sessionCookie, value: token.value }, { name: journeyCookie, value: null }, device.cookie];
}
