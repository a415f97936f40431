import { personalOperation } from '../../platform/operation.ts';
import { insist } from '../../platform/problem.ts';
import { onwardPath } from './paths.ts';
import { linksOf } from './reader.ts';
import { isOpenFor } from './standing.ts';
import { beginVisit } from './visit.ts';

/** Begins to prove anew who one is, at a provider that is tied to the account. */
export const stepUpAtProvider = personalOperation('stepUpAtProvider', {
  async run({ actor, answerCookies, db, now, services }, { provider: id, purpose: elevatedFor, returnPath }) {
    const { accountId, sessionId } = actor;
    const provider = services.relyingParty.find(id);
    const isLinked = (await linksOf(db, accountId)).some((link) => link.provider === id);
    insist(provider && isLinked && (await isOpenFor(db, provider, actor)), 'account.provider-not-open');
    answerCookies.push(
      await beginVisit(db, services, provider, {}, now, { purpose: 'step-up', accountId, sessionId, elevatedFor, returnPath }),
    );
    return { to: onwardPath(provider.id) };
  },
});
