import { personalOperation } from '../../platform/operation.ts';
import { postLetter } from '../../platform/mail/index.ts';
import { accountById } from '../reader.ts';
import { publishToAccount } from '../../platform/live/index.ts';
import { endOtherSessions, endSessionsThrough } from '../sessions/writer.ts';
import { unlinkedLetter } from './link.mail.ts';
import { deleteLink } from './writer.ts';

/** Takes a provider off the account. Every other session ends, and this one too when it was opened through the provider. */
export const unlinkProvider = personalOperation('unlinkProvider', {
  stepUp: 'any',
  audit: ({ provider }, { wasLinked, ended }, { actor }) =>
    wasLinked ? ['account.provider-unlinked', actor.accountId, { provider, ended }] : null,
  async run({ actor, db, now, services }, { provider }) {
    const account = await accountById(db, actor.accountId);
    if (!account || !(await deleteLink(db, actor.accountId, provider))) return { wasLinked: false, ended: 0, isSignedOut: false };
    const elsewhere = await endOtherSessions(db, actor.accountId, actor.sessionId);
    const here = await endSessionsThrough(db, actor.accountId, provider);
    await publishToAccount(db, 'access', actor.accountId);
    const { name } = services.relyingParty.find(provider) ?? { name: provider };
    await postLetter(db, services, now, 'provider-unlinked', account.email, unlinkedLetter(services.config, name));
    return { wasLinked: true, ended: elsewhere + here, isSignedOut: here > 0 };
  },
});
