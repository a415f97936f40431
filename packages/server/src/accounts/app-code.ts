import { appCodePauseOf } from './reader.ts';
import type { Step } from './steps.ts';
import { record } from './steps.ts';
import { stepOf as appStepOf } from './totp.ts';
import { keepPendingStep, reserveAppCodeTry, spendStep, spendTry } from './writer.ts';

export type Verdict =
  | { readonly is: 'right' | 'wrong' | 'challenge-spent' | 'account-blocked' }
  | { readonly is: 'account-paused'; readonly minutes: number };

/**
 * Checks a code from the app for a journey at `totp` or `sign-in-totp`. A code of the enrolled app is spent at once; the code of
 * a key that waits for its password is remembered and spent with it. Tries are counted before the code is looked at.
 */
export async function checkAppCode(step: Step, typed: string | undefined): Promise<Verdict> {
  const { db, journey, tokenHash, services, request, account } = step;
  if (!account) return { is: 'wrong' };
  const {
    keys,
    config: { limits },
  } = services;
  if (!(await spendTry(db, tokenHash, journey.stage, limits.totpTries))) return { is: 'challenge-spent' };
  if (account.status !== 'active') return checkPending(step, typed);

  const reserved = await reserveAppCodeTry(db, account.accountId, request.now, {
    inRow: limits.totpFailuresInRow,
    total: limits.totpFailuresTotal,
    pausedUntil: new Date(request.now.getTime() + limits.lockMinutes * 60_000),
  });
  if (!reserved) return pausedOrBlocked(step, account.accountId);
  const secret = keys.open('totp', reserved, account.accountId).toString();
  const appStep = appStepOf(secret, typed, request.now, reserved.lastStep);
  if (appStep !== undefined && (await spendStep(db, account.accountId, appStep))) return { is: 'right' };
  await record(step, { kind: 'account.app-code-failed', outcome: 'failed', details: { inRow: reserved.inRow } });
  return { is: 'wrong' };
}

async function checkPending(step: Step, typed: string | undefined): Promise<Verdict> {
  const { db, journey, tokenHash, services, request, account } = step;
  if (!account || !journey.pendingTotp || !journey.pendingTotpKeyId) return { is: 'wrong' };
  const secret = services.keys.open('totp', { keyId: journey.pendingTotpKeyId, sealed: journey.pendingTotp }, account.accountId).toString();
  const appStep = appStepOf(secret, typed, request.now, 0);
  if (appStep !== undefined) {
    await keepPendingStep(db, tokenHash, appStep);
    return { is: 'right' };
  }
  await record(step, { kind: 'account.app-code-failed', outcome: 'failed' });
  return { is: 'wrong' };
}

async function pausedOrBlocked(step: Step, accountId: string): Promise<Verdict> {
  const pause = await appCodePauseOf(step.db, accountId);
  const left = (pause?.lockedUntil?.getTime() ?? 0) - step.request.now.getTime();
  const verdict: Verdict = left > 0 ? { is: 'account-paused', minutes: Math.ceil(left / 60_000) } : { is: 'account-blocked' };
  await record(step, { kind: 'account.app-code-refused', outcome: 'refused', details: { because: verdict.is } });
  return verdict;
}
