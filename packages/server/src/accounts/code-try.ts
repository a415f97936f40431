import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { recordEvent, type AuditEvent } from '../platform/audit/index.ts';
import { sql, type Writer } from '../platform/db/index.ts';
import { appCodePauseOf } from './reader.ts';
import type { OpenStage } from './journey.ts';
import { accountTrying, reserveAppCodeTry, spendTry } from './writer.ts';

/** Who types a code, in a transaction. */
export interface Typing {
  readonly db: Writer;
  readonly services: Services;
  readonly now: Date;
  readonly origin: string;
  /** The try is counted already. */
  readonly counted?: CountedTry;
  /** What else is written of a wrong code; before its event, which holds the log until the transaction ends. */
  readonly whenWrong?: () => Promise<void>;
}
export interface Enrolled {
  readonly accountId: string;
  readonly pseudonym: string;
}

type Refusal = { readonly is: 'account-blocked' } | { readonly is: 'account-paused'; readonly minutes: number };
type Tried = NonNullable<Awaited<ReturnType<typeof reserveAppCodeTry>>>;

/** A try at a stage of a journey, counted before anything is known of either. */
export interface CountedTry {
  /** The journey had one left. */
  readonly isSpent: boolean;
  /** For the account; undefined when it pauses, and when it has no app. */
  readonly reserved: Tried | undefined;
}

/**
 * Counts a try for a journey that stands at the stage and for its account: beside the reading of both, whose transaction is given up
 * when the journey turns out to stand elsewhere.
 */
export async function countCodeTry(
  db: Writer,
  { config }: Services,
  { now }: { readonly now: Date },
  tokenHash: Buffer,
  stage: OpenStage,
): Promise<CountedTry> {
  const most = config.limits.totpTries;
  const [reserved, isSpent] = await Promise.all([
    reserveAppCodeTry(db, accountTrying(tokenHash, stage, most), now, limitsOf(config, now)),
    spendTry(db, tokenHash, stage, most),
  ]);
  return { isSpent, reserved };
}

const limitsOf = ({ limits }: Config, now: Date) => ({
  inRow: limits.totpFailuresInRow,
  total: limits.totpFailuresTotal,
  pausedUntil: new Date(now.getTime() + limits.lockMinutes * 60_000),
});

/** Counts a try for the account, wherever it is made, before the code is looked at: of the app, or one that stands for it. */
export async function beginCodeTry(typing: Typing, account: Enrolled): Promise<Tried | { readonly refusal: Refusal }> {
  const { db, services, now, counted } = typing;
  const reserved = counted ? counted.reserved : await reserveAppCodeTry(db, sql`${account.accountId}`, now, limitsOf(services.config, now));
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
