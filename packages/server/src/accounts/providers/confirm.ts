import { recordEvent } from '../../platform/audit/index.ts';
import { safeReturnPath, type PageReply } from '../../platform/http/index.ts';
import { showOutOfStep } from '../out-of-step.page.ts';
import { elevateSession } from '../sessions/session.ts';
import { journeyCookie } from '../token.ts';
import { leaveWith, type Arrival } from './arrival.ts';
import { sessionOfVisit } from './own-session.ts';
import { accountBySubject } from './reader.ts';
import { isOpenFor } from './standing.ts';
import { macsOf } from './subject.ts';

/** A new sign-in at the provider, by the same person, stands in the place of a fresh code of the app. */
export async function confirmAtProvider(arrival: Arrival): Promise<PageReply> {
  const { services, request, provider, visit, subject } = arrival;
  const { config, database, keys } = services;
  return database.transaction({ account: visit.accountId ?? undefined }, async (db) => {
    const actor = await sessionOfVisit(db, arrival);
    if (!actor) return showOutOfStep(config, undefined);
    const known = await accountBySubject(db, provider.issuer, macsOf(keys, provider.issuer, subject));
    const isRight = known?.accountId === actor.accountId && (await isOpenFor(db, provider, actor));
    await recordEvent(db, keys, request.now, {
      actor: actor.pseudonym,
      object: actor.accountId,
      kind: isRight ? 'account.stepped-up' : 'account.step-up-failed',
      outcome: isRight ? 'done' : 'failed',
      details: { purpose: visit.elevatedFor.split(':')[0] ?? '', by: 'provider', provider: provider.id },
      origin: request.origin,
    });
    if (!isRight) return leaveWith(provider, 'ej-bekraftat');
    const cookies = await elevateSession(db, actor.sessionId, visit.elevatedFor, request.now);
    return {
      redirect: safeReturnPath(visit.returnPath ?? undefined) ?? '/',
      cookies: [...cookies, { name: journeyCookie, value: null }],
    };
  });
}
