import type { Services } from '../context.ts';
import type { PageRequest } from '../platform/http/index.ts';
import { countedUnder } from './sessions/device.ts';
import { verifyPassword } from './password-hash.ts';
import { longestPassword } from './password-policy.ts';
import { accountByAddress, accountById, pauseOf } from './reader.ts';
import { forgetPasswordTries, reservePasswordTry } from './writer.ts';

type PasswordVerdict = { readonly is: 'right' | 'wrong' } | { readonly is: 'paused'; readonly minutes: number };

/** The present password of somebody who is inside. Tries are counted with those of the sign-in page, before the password is looked at. */
export async function checkOwnPassword(
  services: Services,
  { cookies, now }: Pick<PageRequest, 'cookies' | 'now'>,
  accountId: string,
  password: string,
): Promise<PasswordVerdict> {
  const { config, database, keys } = services;
  const limits = { most: config.limits.passwordFailuresInRow, pauseMinutes: config.limits.lockMinutes };
  const tried = await database.transaction({}, async (db) => {
    const account = await accountById(db, accountId);
    const counted = await countedUnder(db, keys, cookies, account?.email ?? '');
    const mayTry = await reservePasswordTry(db, counted, now, limits);
    const until = mayTry ? null : await pauseOf(db, counted);
    return { counted, mayTry, until, stored: account ? ((await accountByAddress(db, account.email))?.password ?? null) : null };
  });
  if (!tried.mayTry)
    return { is: 'paused', minutes: Math.max(1, Math.ceil(((tried.until?.getTime() ?? now.getTime()) - now.getTime()) / 60_000)) };
  // Outside the transaction: a hash is slow, and a database connection is dear.
  const isRight = (await verifyPassword(tried.stored, password.slice(0, longestPassword))) && password.length <= longestPassword;
  if (!isRight) return { is: 'wrong' };
  await database.transaction({}, (db) => forgetPasswordTries(db, tried.counted));
  return { is: 'right' };
}
