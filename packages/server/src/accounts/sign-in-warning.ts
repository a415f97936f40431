import { personalOperation } from '../platform/operation.ts';
import type { Step } from './steps.ts';
import { signInWarningOf } from './reader.ts';
import { tellOwner } from './tell-owner.ts';
import { countWrongCode, dismissWarning, forgiveWrongCodes } from './writer.ts';

/** Every so many wrong codes after a right password the owner also gets a letter. */
const wrongCodesPerLetter = 5;

/** Somebody knew the password and not the code: the owner is told at the next sign-in, and by letter when it goes on. */
export async function warnOfWrongCode({ db, services, request, account }: Step): Promise<void> {
  if (!account) return;
  const failures = await countWrongCode(db, account.accountId, request.now);
  if (failures % wrongCodesPerLetter === 0) await tellOwner({ db, services, now: request.now }, account.accountId, 'wrong-app-codes');
}

/** The codes mistyped on a way that then led in were the owner's own. */
export const forgiveOwnMistakes = async ({ db, journey, account }: Step): Promise<void> => {
  if (account && journey.tries > 0) await forgiveWrongCodes(db, account.accountId, journey.tries);
};

export const showSignInWarning = personalOperation('showSignInWarning', {
  async run({ actor, db }) {
    const warning = await signInWarningOf(db, actor.accountId);
    return { warning: warning ? { failures: warning.failures, lastAt: warning.lastAt.toISOString() } : null };
  },
});

/** The person has read it. What has happened since it was shown stays. */
export const dismissSignInWarning = personalOperation('dismissSignInWarning', {
  audit: (_input, _output, { actor }) => ['account.sign-in-warning-read', actor.accountId],
  async run({ actor, db }, { seenAt }) {
    await dismissWarning(db, actor.accountId, new Date(seenAt));
    return { done: true as const };
  },
});
