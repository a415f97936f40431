import { beginCodeTry, noteCode, type CountedTry, type Enrolled, type Typing } from './code-try.ts';
import { forgiveOwnMistakes, warnOfWrongCode } from './sessions/sign-in-warning.ts';
import type { Step } from './steps.ts';
import { record } from './steps.ts';
import { stepOf as appStepOf } from './totp.ts';
import { keepPendingStep, spendStep, spendTry } from './writer.ts';

/** `spent` is waited for by whoever acts on a right code, beside what is done for it: the code counts only then. */
export type Verdict =
  | { readonly is: 'right'; readonly spent: Promise<unknown> }
  | { readonly is: 'wrong' | 'challenge-spent' | 'account-blocked' }
  | { readonly is: 'account-paused'; readonly minutes: number };

/**
 * Checks a code from the app for a journey at `totp` or `sign-in-totp`, whose try is counted. A code of the enrolled app is spent at
 * once; the code of a key that waits for its password is remembered and spent with it.
 */
export async function checkAppCode(step: Step, typed: string, counted: CountedTry): Promise<Verdict> {
  const { db, services, request, account } = step;
  if (!account) return { is: 'wrong' };
  if (!counted.isSpent) return { is: 'challenge-spent' };
  if (account.status !== 'active') return checkPending(step, typed);
  const typing = { db, services, now: request.now, origin: request.origin, counted, whenWrong: () => warnOfWrongCode(step) };
  return checkEnrolledCode(typing, account, typed, () => forgiveOwnMistakes(step));
}

/** Checks a code of the app that is to take the old one's place; it is remembered and spent when it does. */
export async function checkNewAppCode(step: Step, typed: string): Promise<Verdict> {
  const { db, journey, tokenHash, services } = step;
  const isSpent = await spendTry(db, tokenHash, journey.stage, services.config.limits.totpTries);
  return isSpent ? checkPending(step, typed) : { is: 'challenge-spent' };
}

/**
 * Checks a code of the account's app and spends it. Tries are counted for the account, wherever they are made.
 * @param whenRight  what else is written then, in one breath with the spending
 */
export async function checkEnrolledCode(
  typing: Typing,
  account: Enrolled,
  typed: string | undefined,
  whenRight?: () => Promise<void>,
): Promise<Verdict> {
  const { db, services, now } = typing;
  const { accountId } = account;
  const tried = await beginCodeTry(typing, account);
  if ('refusal' in tried) return tried.refusal;
  const secret = services.keys.open('totp', tried, accountId).toString();
  const appStep = appStepOf(secret, typed, now, tried.lastStep);
  if (appStep !== undefined) {
    // The account is locked since the try was counted, so a code that is fresh now is still fresh when it is spent.
    const spending = spendStep(db, accountId, appStep).then((isSpent) => {
      if (!isSpent) throw new Error('an app code was spent twice');
    });
    const spent = Promise.all([spending, whenRight?.()]);
    spent.catch(() => undefined); // heard by whoever acts on it
    return { is: 'right', spent };
  }
  await typing.whenWrong?.();
  await noteCode(typing, account, { kind: 'account.app-code-failed', outcome: 'failed', details: { inRow: tried.inRow } });
  return { is: 'wrong' };
}

async function checkPending(step: Step, typed: string): Promise<Verdict> {
  const { db, journey, tokenHash, services, request, account } = step;
  if (!account || !journey.pendingTotp || !journey.pendingTotpKeyId) return { is: 'wrong' };
  const secret = services.keys.open('totp', { keyId: journey.pendingTotpKeyId, sealed: journey.pendingTotp }, account.accountId).toString();
  const appStep = appStepOf(secret, typed, request.now, 0);
  if (appStep !== undefined) {
    await keepPendingStep(db, tokenHash, appStep);
    return { is: 'right', spent: Promise.resolve() };
  }
  await record(step, { kind: 'account.app-code-failed', outcome: 'failed' });
  return { is: 'wrong' };
}
