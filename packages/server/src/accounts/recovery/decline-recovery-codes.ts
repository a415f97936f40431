import { personalOperation } from '../../platform/operation.ts';
import { declineOffer } from './writer.ts';

/** «Inte nu»: Start offers the codes no more; they are still had from Profil. */
export const declineRecoveryCodes = personalOperation('declineRecoveryCodes', {
  audit: (_input, _output, { actor }) => ['account.recovery-codes-declined', actor.accountId],
  async run({ actor, db, now }) {
    await declineOffer(db, actor.accountId, now);
    return { done: true as const };
  },
});
