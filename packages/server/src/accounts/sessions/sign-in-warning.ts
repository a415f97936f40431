import { personalOperation } from '../../platform/operation.ts';
import { isKnownDevice, signInWarningOf } from '../reader.ts';
import type { Writer } from '../../platform/db/index.ts';
import type { Step } from '../steps.ts';
import { tellOwner } from '../tell-owner.ts';
import { deviceCookie, hashOf } from '../token.ts';
import { addToWarning, dismissWarning, takeFromWarning } from './writer.ts';

/** Every so many wrong codes the owner also gets a letter. */
const wrongCodesPerLetter = 5;

/**
 * Somebody gave the right password from a browser that is strange to the account. It counts until the person has come in: who stops at
 * the second factor knew the password all the same. The journey begins with it.
 */
export const warnOfPassword = (db: Writer, accountId: string, now: Date) => addToWarning(db, accountId, { unfinished: 1 }, now, now);

/**
 * Somebody had the first factor and not the second: the owner is told at the next sign-in, and by letter when it goes on. The first is the
 * password or, where a forgotten password is replaced, the mailbox.
 */
export async function warnOfWrongCode(step: Step): Promise<void> {
  const { db, services, request, journey, account } = step;
  if (!account) return;
  const telling = { db, services, now: request.now };
  if (journey.kind === 'invitation') {
    const { mailFailures } = await addToWarning(db, account.accountId, { mailFailures: 1 }, journey.createdAt, request.now);
    if (mailFailures % wrongCodesPerLetter === 0) await tellOwner(telling, account.accountId, 'wrong-codes-after-mail');
    return;
  }
  // With its first wrong code a sign-in is no longer one that stopped at the password.
  const unfinished = (await isCounted(step)) ? -1 : 0;
  const { failures } = await addToWarning(db, account.accountId, { failures: 1, unfinished }, journey.createdAt, request.now);
  if (failures % wrongCodesPerLetter === 0) await tellOwner(telling, account.accountId, 'wrong-app-codes');
}

/** What was mistyped on a way that then led in was the owner's own. */
export async function forgiveOwnMistakes(step: Step): Promise<void> {
  const { db, journey, account } = step;
  if (!account) return;
  const own =
    journey.kind === 'invitation'
      ? { mailFailures: journey.tries }
      : { failures: journey.tries, unfinished: (await isCounted(step)) ? 1 : 0 };
  await takeFromWarning(db, account.accountId, own, journey.createdAt);
}

/** The password of this sign-in still counts as one after which nothing came. */
const isCounted = async ({ db, request, journey, account }: Step): Promise<boolean> =>
  journey.kind === 'sign-in' && journey.tries === 0 && account !== undefined && (await isStrange({ db, request }, account.email));

/** Nobody with the address has been signed in from the browser. */
export async function isStrange({ db, request }: Pick<Step, 'db' | 'request'>, address: string): Promise<boolean> {
  const brought = request.cookies[deviceCookie];
  return brought === undefined || !(await isKnownDevice(db, hashOf(brought), address));
}

export const showSignInWarning = personalOperation('showSignInWarning', {
  async run({ actor, db }) {
    const found = await signInWarningOf(db, actor.accountId);
    if (!found) return { warning: null };
    const { failures, unfinished, mailFailures, passwordChangedAt } = found;
    const [failedAt, unfinishedAt] = [failures > 0 ? found.failedAt : null, unfinished > 0 ? found.unfinishedAt : null];
    const knewPassword = Math.max(Number(failedAt), Number(unfinishedAt));
    return {
      warning: {
        failures,
        unfinished,
        mailFailures,
        lastAt: found.lastAt.toISOString(),
        failedAt: failedAt?.toISOString() ?? null,
        unfinishedAt: unfinishedAt?.toISOString() ?? null,
        mailFailedAt: mailFailures > 0 ? found.mailFailedAt.toISOString() : null,
        hasNewPassword: Number(passwordChangedAt) > knewPassword,
      },
    };
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
