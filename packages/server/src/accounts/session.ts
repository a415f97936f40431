import type { Config } from '../config.ts';
import type { Writer } from '../platform/db/index.ts';
import type { PageCookie } from '../platform/http/index.ts';
import type { Actor } from '../platform/operation.ts';
import { sessionBy, type SessionRow } from './reader.ts';
import { hashOf, journeyCookie, newToken, sessionCookie } from './token.ts';
import { endSession, insertSession } from './writer.ts';

type Cookies = Readonly<Record<string, string | undefined>>;

/** What the cookie is worth now. `stale-notice`: holds, but the information has changed and must be acknowledged first. */
export type SessionState =
  | { readonly is: 'none' }
  | { readonly is: 'timed-out' }
  | { readonly is: 'stale-notice' | 'open'; readonly tokenHash: Buffer; readonly actor: Actor; readonly lastSeenAt: Date };

export async function sessionOf(db: Writer, config: Config, cookies: Cookies, now: Date): Promise<SessionState> {
  const token = cookies[sessionCookie];
  if (!token) return { is: 'none' };
  const tokenHash = hashOf(token);
  const row = await sessionBy(db, tokenHash);
  if (!row || row.status !== 'active') return { is: 'none' };
  const endsAt = endOf(row, config);
  if (now >= endsAt) return { is: 'none' };
  if (now.getTime() >= row.lastSeenAt.getTime() + config.limits.sessionIdleMinutes * 60_000) return { is: 'timed-out' };
  const actor: Actor = {
    accountId: row.accountId,
    pseudonym: row.pseudonym,
    name: row.name,
    collectingRole: row.collectingRole,
    sessionEndsAt: endsAt,
  };
  return { is: row.noticeVersion === config.noticeVersion ? 'open' : 'stale-notice', tokenHash, actor, lastSeenAt: row.lastSeenAt };
}

const endOf = (row: SessionRow, config: Config) => new Date(row.createdAt.getTime() + config.limits.sessionHours * 3_600_000);

/** Begins a session under a token of our own making; whatever the browser carried before is dead. */
export async function openSession(db: Writer, accountId: string, cookies: Cookies, userAgent: string, now: Date): Promise<PageCookie[]> {
  const brought = cookies[sessionCookie];
  if (brought) await endSession(db, hashOf(brought));
  const token = newToken();
  await insertSession(db, { tokenHash: token.hash, accountId, userAgent, at: now });
  return [
    { name: sessionCookie, value: token.value },
    { name: journeyCookie, value: null },
  ];
}
