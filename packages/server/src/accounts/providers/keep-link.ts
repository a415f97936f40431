import { recordEvent } from '../../platform/audit/index.ts';
import { safeReturnPath, type PageReply } from '../../platform/http/index.ts';
import { postLetter } from '../../platform/mail/index.ts';
import { showOutOfStep } from '../out-of-step.page.ts';
import { accountById } from '../reader.ts';
import { journeyCookie } from '../token.ts';
import { leaveWith, linkOf, type Arrival } from './arrival.ts';
import { linkedLetter } from './link.mail.ts';
import { sessionOfVisit } from './own-session.ts';
import { isOpenFor } from './standing.ts';
import { macsOf } from './subject.ts';
import { insertLink } from './writer.ts';

/** Ties the subject to the account of the session that asked for it, and tells the person by letter. */
export async function keepLink(arrival: Arrival): Promise<PageReply> {
  const { services, request, provider, visit, subject } = arrival;
  const { config, database, keys } = services;
  return database.transaction({ account: visit.accountId ?? undefined }, async (db) => {
    const actor = await sessionOfVisit(db, arrival);
    const account = actor && (await accountById(db, actor.accountId));
    if (!actor || !account) return showOutOfStep(config, undefined);
    const event = { actor: actor.pseudonym, object: actor.accountId, origin: request.origin } as const;
    const isKept =
      (await isOpenFor(db, provider, actor)) &&
      (await insertLink(db, linkOf(arrival, actor.accountId), macsOf(keys, provider.issuer, subject), request.now));
    if (!isKept) {
      await recordEvent(db, keys, request.now, {
        ...event,
        kind: 'account.provider-not-linked',
        outcome: 'refused',
        details: { provider: provider.id },
      });
      return leaveWith(provider, 'upptaget');
    }
    await postLetter(db, services, request.now, 'provider-linked', account.email, linkedLetter(config, provider.name));
    await recordEvent(db, keys, request.now, {
      ...event,
      kind: 'account.provider-linked',
      outcome: 'done',
      details: { provider: provider.id },
    });
    return { redirect: safeReturnPath(visit.returnPath ?? undefined) ?? '/', cookies: [{ name: journeyCookie, value: null }] };
  });
}
