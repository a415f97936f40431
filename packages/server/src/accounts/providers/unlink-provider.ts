import { personalOperation } from '../../platform/operation.ts';
import { postLetter } from '../../platform/mail/index.ts';
import { accountById } from '../reader.ts';
import { endOtherSessions } from '../writer.ts';
import { unlinkedLetter } from './link.mail.ts';
import { deleteLink } from './writer.ts';

/** Takes a provider off the account. Sessions elsewhere may have been opened through it, and end. */
export const unlinkProvider = personalOperation('unlinkProvider', {
  stepUp: 'any',
  audit: ({ provider }, { wasLinked }, { actor }) => (wasLinked ? ['account.provider-unlinked', actor.accountId, { provider }] : null),
  async run({ actor, db, now, services }, { provider }) {
    const account = await accountById(db, actor.accountId);
    if (!account || !(await deleteLink(db, actor.accountId, provider))) return { wasLinked: false };
    await endOtherSessions(db, actor.accountId, actor.sessionId);
    const { name } = services.relyingParty.find(provider) ?? { name: provider };
    await postLetter(db, services, now, 'provider-unlinked', account.email, unlinkedLetter(services.config, name));
    return { wasLinked: true };
  },
});
