import { resetSecondFactor } from '../accounts/index.ts';
import type { Call } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { tellOfReset } from './tell.ts';

/** Carries out a reset, and tells the person and those who should notice if it was not the person who wanted it. */
export async function performReset(call: Call, accountId: string): Promise<void> {
  const reset = await resetSecondFactor(call.db, call.now, accountId);
  insist(reset, 'user.wrong-state');
  await tellOfReset(call, accountId, reset);
}
