import type { Verdict } from '../app-code.ts';
import { beginCodeTry, noteCode, type Enrolled, type Typing } from '../code-try.ts';
import { tellOwner } from '../tell-owner.ts';
import { readRecoveryCode, recoveryCodeHash } from './recovery-code.ts';
import { recoveryStateOf } from './reader.ts';
import { forgetCodeFailures, spendRecoveryCode } from './writer.ts';

/**
 * Checks a recovery code, which stands for a code of the app, and spends it. The caller has the password already. Tries are counted
 * together with those of the app code, and the person is told by mail when a code was used.
 */
export async function checkRecoveryCode(typing: Typing, account: Enrolled, typed: string | undefined): Promise<Verdict> {
  const { db, services, now } = typing;
  const { accountId } = account;
  const tried = await beginCodeTry(typing, account);
  if ('refusal' in tried) return tried.refusal;
  const letters = readRecoveryCode(typed);
  if (letters === undefined || !(await spendRecoveryCode(db, accountId, recoveryCodeHash(accountId, letters), now))) {
    await typing.whenWrong?.();
    await noteCode(typing, account, { kind: 'account.recovery-code-failed', outcome: 'failed', details: { inRow: tried.inRow } });
    return { is: 'wrong' };
  }
  await forgetCodeFailures(db, accountId);
  const { left } = await recoveryStateOf(db, accountId);
  await noteCode(typing, account, { kind: 'account.recovery-code-used', outcome: 'done', details: { left } });
  await tellOwner({ db, services, now }, accountId, 'recovery-code-used');
  return { is: 'right', spent: Promise.resolve() };
}
