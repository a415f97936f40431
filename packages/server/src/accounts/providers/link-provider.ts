import { personalOperation } from '../../platform/operation.ts';
import { insist } from '../../platform/problem.ts';
import { onwardPath } from './paths.ts';
import { isOpenFor } from './standing.ts';
import { beginVisit } from './visit.ts';

/** Begins to tie a provider to the account; the provider's answer completes it, in the same session. */
export const linkProvider = personalOperation('linkProvider', {
  stepUp: 'any',
  async run({ actor, answerCookies, db, now, services }, { provider: id, returnPath }) {
    const provider = services.relyingParty.find(id);
    insist(provider && (await isOpenFor(db, provider, actor)), 'account.provider-not-open');
    const { accountId, sessionId } = actor;
    answerCookies.push(
      await beginVisit(db, services, provider, {}, now, { purpose: 'link', accountId, sessionId, elevatedFor: '', returnPath }),
    );
    return { to: onwardPath(provider.id) };
  },
});
