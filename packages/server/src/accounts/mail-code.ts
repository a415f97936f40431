import { sameBytes, type KeyRing } from '../platform/keys.ts';
import type { Step } from './steps.ts';
import { record } from './steps.ts';
import { digitsOf } from './token.ts';
import { spendTry } from './writer.ts';

export type CodeVerdict = 'right' | 'wrong' | 'expired';

/** What is kept of a mailed code: keyed, and bound to the browser's journey, so that it fits nowhere else. */
export const codeMac = (keys: KeyRing, keyId: string, tokenHash: Buffer, code: string): Buffer =>
  keys.mac('code', `mailed ${tokenHash.toString('hex')} ${code}`, keyId);

/** Checks a mailed code. The try is counted before the code is looked at; after the last one nothing is right any more. */
export async function checkMailCode(step: Step, typed: string | undefined): Promise<CodeVerdict> {
  const { db, journey, tokenHash, services, request, account } = step;
  const { keys, config } = services;
  const mayTry = await spendTry(db, tokenHash, 'code', config.limits.codeTries);
  const code = digitsOf(typed);
  const isFresh = journey.codeExpiresAt !== null && journey.codeExpiresAt > request.now;
  const isRight =
    mayTry &&
    code !== undefined &&
    account !== undefined &&
    journey.codeMac !== null &&
    journey.codeKeyId !== null &&
    keys.keyIds.includes(journey.codeKeyId) &&
    sameBytes(codeMac(keys, journey.codeKeyId, tokenHash, code), journey.codeMac);
  if (isRight && isFresh) return 'right';
  await record(step, {
    kind: 'account.code-failed',
    outcome: 'failed',
    details: { because: !mayTry ? 'spent' : isFresh ? 'wrong' : 'expired' },
  });
  return isFresh && mayTry ? 'wrong' : 'expired';
}
