import type { Services } from '../context.ts';
import { recordEvent, type AuditEvent } from '../platform/audit/index.ts';
import type { Writer } from '../platform/db/index.ts';
import { appCodePauseOf } from './reader.ts';
import { reserveAppCodeTry } from './writer.ts';

/** Who types a code, in a transaction. */
export interface Typing {
  readonly db: Writer;
  readonly services: Services;
  readonly now: Date;
  readonly origin: string;
  /** Counts the try for more than the account, in the same breath. @returns false when it may not be made after all */
  readonly alsoCount?: () => Promise<boolean>;
  /** What else is written of a wrong code; before its event, which holds the log until the transaction ends. */
  readonly whenWrong?: () => Promise<void>;
}
export interface Enrolled {
  readonly accountId: string;
  readonly pseudonym: string;
}

type Refusal = { readonly is: 'account-blocked' } | { readonly is: 'account-paused'; readonly minutes: number };
type Tried = NonNullable<Awaited<ReturnType<typeof reserveAppCodeTry>>>;

/** Counts a try for the account, wherever it is made, before the code is looked at: of the app, or one that stands for it. */
export async function beginCodeTry(typing: Typing, account: Enrolled): Promise<Tried | { readonly refusal: Refusal }> {
  const { db, services, now } = typing;
  const { limits } = services.config;
  const [isCounted = true, reserved] = await Promise.all([
    typing.alsoCount?.(),
    reserveAppCodeTry(db, account.accountId, now, {
      inRow: limits.totpFailuresInRow,
      total: limits.totpFailuresTotal,
      pausedUntil: new Date(now.getTime() + limits.lockMinutes * 60_000),
    }),
  ]);
  if (!isCounted) throw new Error('a try was counted twice');
  return reserved ?? { refusal: await pausedOrBlocked(typing, account) };
}

async function pausedOrBlocked(typing: Typing, account: Enrolled): Promise<Refusal> {
  const pause = await appCodePauseOf(typing.db, account.accountId);
  const left = (pause?.lockedUntil?.getTime() ?? 0) - typing.now.getTime();
  const refusal: Refusal = left > 0 ? { is: 'account-paused', minutes: Math.ceil(left / 60_000) } : { is: 'account-blocked' };
  await noteCode(typing, account, { kind: 'account.app-code-refused', outcome: 'refused', details: { because: refusal.is } });
  return refusal;
}

export const noteCode = (
  { db, services, now, origin }: Typing,
  { accountId, pseudonym }: Enrolled,
  event: Pick<AuditEvent, 'kind' | 'outcome' | 'details'>,
): Promise<void> => recordEvent(db, services.keys, now, { actor: pseudonym, object: accountId, origin, ...event });
