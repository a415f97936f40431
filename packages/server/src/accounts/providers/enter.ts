import type { Services } from '../../context.ts';
import { recordEvent } from '../../platform/audit/index.ts';
import type { Writer } from '../../platform/db/index.ts';
import { safeReturnPath, type PageReply, type PageRequest } from '../../platform/http/index.ts';
import type { Account } from '../account.ts';
import { transition } from '../journey.ts';
import { accountById, lockAccount } from '../reader.ts';
import { openSession } from '../sessions/session.ts';
import { factsOf, pathOf, record, stageLife } from '../steps.ts';
import { journeyCookie, newToken } from '../token.ts';
import { insertJourney } from '../writer.ts';
import { leaveWith, linkOf, type Arrival } from './arrival.ts';
import { accountBySubject } from './reader.ts';
import { isOpenFor } from './standing.ts';
import { macsOf } from './subject.ts';
import { renewLink } from './writer.ts';

/**
 * Lets a person in whom the provider has named: the subject must be tied to an account, the account finished, and the provider
 * chosen by everybody the person acts for. Whatever is missing, the answer is the same and nothing is made.
 */
export async function enterByProvider(arrival: Arrival): Promise<PageReply> {
  const { services, request, provider, visit, subject } = arrival;
  const { database, keys, config } = services;
  const macs = macsOf(keys, provider.issuer, subject);
  const known = await database.transaction({}, (db) => accountBySubject(db, provider.issuer, macs));
  return database.transaction({ account: known?.accountId }, async (db) => {
    // Held until the session is open: an organisation that drops the provider comes before or after.
    if (known) await lockAccount(db, known.accountId);
    const account = known && (await accountById(db, known.accountId));
    const isRight =
      account !== undefined &&
      account.status === 'active' &&
      (await isOpenFor(db, provider, account)) &&
      (await renewLink(db, linkOf(arrival, account.accountId), macs, request.now));
    const next = transition(null, { type: 'provider-answered', isRight }, factsOf(account, config.noticeVersion));
    if (!account || !next) {
      await recordEvent(db, keys, request.now, {
        actor: account?.pseudonym ?? 'unknown',
        object: account?.accountId ?? 'unknown',
        kind: 'account.sign-in-failed',
        outcome: 'failed',
        details: { at: 'provider', provider: provider.id, because: account ? 'not-open' : 'not-linked' },
        origin: request.origin,
      });
      return leaveWith(provider, 'nekat');
    }
    if (next.stage === 'notice') return toNotice(db, request, account, { returnPath: visit.returnPath, provider: provider.id });
    return inside(db, services, request, account, { returnPath: visit.returnPath, provider: provider.id });
  });
}

async function inside(
  db: Writer,
  services: Services,
  request: PageRequest,
  account: Account,
  { returnPath, provider }: { readonly returnPath: string | null; readonly provider: string },
): Promise<PageReply> {
  const cookies = await openSession({ db, services, request }, account.accountId, { proof: 'provider', provider }, () =>
    record({ db, services, request, account }, { kind: 'account.signed-in', outcome: 'done', details: { by: 'provider', provider } }),
  );
  if (!cookies) throw new Error('a provider that is open for an account opened no session');
  return { redirect: safeReturnPath(returnPath ?? undefined) ?? '/', cookies };
}

/** The information has a new version: the last step of an ordinary sign-in comes first. */
async function toNotice(
  db: Writer,
  request: PageRequest,
  account: Account,
  { returnPath, provider }: { readonly returnPath: string | null; readonly provider: string },
): Promise<PageReply> {
  const token = newToken();
  await insertJourney(db, {
    tokenHash: token.hash,
    kind: 'sign-in',
    stage: 'notice',
    address: account.email,
    accountId: account.accountId,
    provenBy: 'provider',
    provider,
    returnPath,
    at: request.now,
    expiresAt: new Date(request.now.getTime() + stageLife),
  });
  return { redirect: pathOf.notice, cookies: [{ name: journeyCookie, value: token.value }] };
}
