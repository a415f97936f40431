import { personalOperation } from '../../platform/operation.ts';
import { elevateSession } from '../sessions/session.ts';
import { steppingUpIn } from './challenge.ts';
import { checkPasskey, passkeyRequest } from './check-passkey.ts';

/** What a passkey of the person's is to sign before something that matters. */
export const askForPasskey = personalOperation('askForPasskey', {
  run: ({ actor, db, services, now }, { purpose }) =>
    passkeyRequest(db, services, actor.accountId, steppingUpIn(actor.sessionId, purpose), now),
});

/** The person proves with a passkey that it is still them; like a fresh code of the app, and bound to the same purpose. */
export const stepUpWithPasskey = personalOperation('stepUpWithPasskey', {
  audit: ({ purpose }, { outcome }, { actor }) => [
    outcome === 'confirmed' ? 'account.stepped-up' : 'account.passkey-failed',
    actor.accountId,
    { purpose: purpose.split(':')[0] ?? '', with: 'passkey' },
  ],
  async run({ actor, db, services, now, answerCookies }, { purpose, answer }) {
    const proven = await checkPasskey(db, services, actor.accountId, steppingUpIn(actor.sessionId, purpose), answer, now);
    if (proven === undefined) return { outcome: 'refused' as const };
    answerCookies.push(...(await elevateSession(db, actor.sessionId, purpose, now)));
    return { outcome: 'confirmed' as const };
  },
});
