import type { Services } from '../context.ts';
import { recordEvent, type AuditEvent } from '../platform/audit/index.ts';
import type { Writer } from '../platform/db/index.ts';
import { appCodePauseOf } from './reader.ts';
import { forgiveOwnMistakes, warnOfWrongCode } from './sign-in-warning.ts';
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
  if (!(await spendTry(db, tokenHash, journey.stage, services.config.limits.totpTries))) return { is: 'challenge-spent' };
  if (account.status !== 'active') return checkPending(step, typed);
  const verdict = await checkEnrolledCode({ db, services, now: request.now, origin: request.origin }, account, typed);
  if (journey.stage === 'sign-in-totp' && verdict.is === 'wrong') await warnOfWrongCode(step);
  if (journey.stage === 'sign-in-totp' && verdict.is === 'right') await forgiveOwnMistakes(step);
  return verdict;
}

/** Who types the code, in a transaction. */
interface Typing {
  readonly db: Writer;
  readonly services: Services;
  readonly now: Date;
  readonly origin: string;
}
interface Enrolled {
  readonly accountId: string;
  readonly pseudonym: string;
}

/** Checks a code of the account's app and spends it. Tries are counted for the account, wherever they are made. */
export async function checkEnrolledCode(typing: Typing, account: Enrolled, typed: string | undefined): Promise<Verdict> {
  const { db, services, now } = typing;
  const { limits } = services.config;
  const { accountId } = account;
  const reserved = await reserveAppCodeTry(db, accountId, now, {
    inRow: limits.totpFailuresInRow,
    total: limits.totpFailuresTotal,
    pausedUntil: new Date(now.getTime() + limits.lockMinutes * 60_000),
  });
  if (!reserved) return pausedOrBlocked(typing, account);
  const secret = services.keys.open('totp', reserved, accountId).toString();
  const appStep = appStepOf(secret, typed, now, reserved.lastStep);
  if (appStep !== undefined && (await spendStep(db, accountId, appStep))) return { is: 'right' };
  await note(typing, account, { kind: 'account.app-code-failed', outcome: 'failed', details: { inRow: reserved.inRow } });
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

async function pausedOrBlocked(typing: Typing, account: Enrolled): Promise<Verdict> {
  const pause = await appCodePauseOf(typing.db, account.accountId);
  const left = (pause?.lockedUntil?.getTime() ?? 0) - typing.now.getTime();
  const verdict: Verdict = left > 0 ? { is: 'account-paused', minutes: Math.ceil(left / 60_000) } : { is: 'account-blocked' };
  await note(typing, account, { kind: 'account.app-code-refused', outcome: 'refused', details: { because: verdict.is } });
  return verdict;
}

const note = (
  { db, services, now, origin }: Typing,
  { accountId, pseudonym }: Enrolled,
  event: Pick<AuditEvent, 'kind' | 'outcome' | 'details'>,
): Promise<void> => recordEvent(db, services.keys, now, { actor: pseudonym, object: accountId, origin, ...event });
