import type { Services } from '../context.ts';
import { recordEvent, type AuditEvent } from '../platform/audit/index.ts';
import type { Writer } from '../platform/db/index.ts';
import { safeReturnPath, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { mayEnter, type Account } from './account.ts';
import { transition, type Effect, type Facts, type JourneyEvent, type OpenStage } from './journey.ts';
import { showOutOfStep } from './out-of-step.page.ts';
import { accountOfJourney, lockJourney, type JourneyRow, type Proof } from './reader.ts';
import { openSession } from './sessions/session.ts';
import { hashOf, journeyCookie, newToken } from './token.ts';
import { newSecret } from './totp.ts';
import { endJourney, keepPendingSecret, keepProof, moveJourney, saveAcknowledgement } from './writer.ts';

/** A browser at one stage of its journey, with what is known of the account; lives as long as the transaction. */
export interface Step {
  readonly db: Writer;
  readonly services: Services;
  readonly request: PageRequest;
  readonly journey: JourneyRow;
  readonly tokenHash: Buffer;
  readonly account: Account | undefined;
}

/** Address of the page that belongs to a stage. */
export const pathOf: Readonly<Record<OpenStage, string>> = {
  code: '/konto/kod',
  verified: '/konto/verifierad',
  enrol: '/konto/app',
  totp: '/konto/appkod',
  password: '/konto/losenord',
  'sign-in-totp': '/logga-in/kod',
  passkey: '/logga-in/passkey',
  'sign-in-passkey': '/logga-in/med-passkey',
  'add-passkey': '/konto/passkey',
  'new-app': '/konto/byt-app/ny',
  'new-app-code': '/konto/byt-app/kod',
  notice: '/konto/information',
};

export const changeAppPath = '/konto/byt-app';
/** A recovery code for the app's code, at the same stage. */
export const recoveryPath = '/logga-in/aterstallningskod';

/** A person who is looking for the telephone has half an hour; every step gives a new one. */
export const stageLife = 30 * 60_000;

/** What the browser asks for and where it stands do not agree; the transaction is rolled back and nothing has changed. */
export class OutOfStep extends Error {}

/**
 * Runs the work for a browser that stands at the stage; any other is told so (409) and nothing changes.
 * @param beside  is asked of the journey while it is read, and is undone with all else when the browser stands elsewhere
 */
export async function atStage<Asked = undefined>(
  services: Services,
  request: PageRequest,
  stage: OpenStage,
  work: (step: Step, asked: Asked) => Promise<PageReply>,
  beside?: (db: Writer, tokenHash: Buffer) => Promise<Asked>,
): Promise<PageReply> {
  try {
    return await services.database.transaction({}, async (db) => {
      let asked: Promise<Asked> | undefined;
      const step = await stepOf(db, services, request, (tokenHash) => (asked = beside?.(db, tokenHash)));
      if (step?.journey.stage !== stage) throw new OutOfStep();
      return await work(step, (await asked) as Asked);
    });
  } catch (error) {
    if (!(error instanceof OutOfStep)) throw error;
    return services.database.transaction({}, async (db) => {
      const step = await stepOf(db, services, request);
      return showOutOfStep(services.config, step && pathOf[step.journey.stage]);
    });
  }
}

/**
 * Where the browser stands. An invitation or a reset that has run out ends the journey; before the code from the mail has been entered
 * it goes on as it would with an address that nobody has, so that a stranger learns nothing.
 */
export async function stepOf(
  db: Writer,
  services: Services,
  request: PageRequest,
  beside?: (tokenHash: Buffer) => Promise<unknown> | undefined,
): Promise<Step | undefined> {
  const token = request.cookies[journeyCookie];
  if (!token) return undefined;
  const tokenHash = hashOf(token);
  // The account is read behind the lock, though in the same breath.
  const [journey, account] = await Promise.all([
    lockJourney(db, tokenHash, request.now),
    accountOfJourney(db, tokenHash),
    beside?.(tokenHash),
  ]);
  if (!journey) return undefined;
  const standing = { db, services, request, journey, tokenHash };
  if (journey.accountId === null) return { ...standing, account: undefined };
  if (account && mayEnter(account, request.now)) return { ...standing, account };
  return journey.stage === 'code' ? { ...standing, account: undefined } : undefined;
}

export const factsOf = (account: Account | undefined, noticeVersion: string): Facts => ({
  isEnrolled: account?.status === 'active',
  mayEnrol: account?.status === 'invited' || account?.status === 'reset',
  isNoticeCurrent: account?.noticeVersion === noticeVersion,
  hasPasskey: account?.hasPasskey ?? false,
  requiresPasskey: account?.requiresPasskey ?? false,
});

/** What a page does with its step. */
interface Doing {
  /** Of the page that chose the password, made the passkey or proved the new app; false when the account no longer waits for it. */
  readonly save?: () => Promise<boolean>;
  /** Is under way already, and must have succeeded when the step is taken. */
  readonly beside?: Promise<unknown>;
}

/**
 * Takes the one step that the event permits and answers with the page it leads to, under a new token.
 * @throws OutOfStep when the event permits none, or another request was first
 */
export async function advance(step: Step, event: JourneyEvent, { save, beside }: Doing = {}): Promise<PageReply> {
  const { db, services, request, journey, tokenHash, account } = step;
  const { config, keys } = services;
  const next = transition(journey.stage, event, factsOf(account, config.noticeVersion));
  if (!next || !account) throw new OutOfStep();
  if (!next.effects.includes('open-session')) await beside;
  if (next.effects.some((effect) => savedByPages.has(effect)) && !(await save?.())) throw new OutOfStep();
  const proof = proofs[event.type] ?? journey.provenBy;
  if (proof && proof !== journey.provenBy && next.stage !== 'app') await keepProof(db, tokenHash, proof);
  if (next.effects.includes('make-secret'))
    await keepPendingSecret(db, tokenHash, keys.seal('totp', Buffer.from(newSecret()), account.accountId));
  if (next.effects.includes('save-acknowledgement')) await saveAcknowledgement(db, account.accountId, config.noticeVersion, request.now);
  if (next.stage === 'app') {
    const to = safeReturnPath(journey.returnPath ?? undefined) ?? '/';
    if (!next.effects.includes('open-session')) {
      if (!(await endJourney(db, tokenHash, journey.stage))) throw new OutOfStep();
      return { redirect: to, cookies: [{ name: journeyCookie, value: null }] };
    }
    if (!proof) throw new OutOfStep();
    const [isEnded, cookies] = await Promise.all([
      endJourney(db, tokenHash, journey.stage),
      openSession(step, account.accountId, { proof, provider: proof === 'provider' ? journey.provider : null }, () =>
        record(step, { kind: 'account.signed-in', outcome: 'done', details: { by: journey.kind, with: proof } }),
      ),
      beside,
    ]);
    if (!isEnded || !cookies) throw new OutOfStep();
    // Who has no app at hand makes one while what was just shown still counts.
    const hasNoApp = proof === 'recovery-code' || journey.provenBy === 'recovery-code';
    return { redirect: hasNoApp ? `${changeAppPath}?retur=${encodeURIComponent(to)}` : to, cookies };
  }
  const token = newToken();
  if (
    !(await moveJourney(db, tokenHash, journey.stage, next.stage, {
      tokenHash: token.hash,
      at: request.now,
      expiresAt: new Date(request.now.getTime() + stageLife),
    }))
  )
    throw new OutOfStep();
  return { redirect: pathOf[next.stage], cookies: [{ name: journeyCookie, value: token.value }] };
}

const savedByPages: ReadonlySet<Effect> = new Set(['save-credentials', 'save-passkey', 'save-app']);
const proofs: Readonly<Partial<Record<JourneyEvent['type'], Proof>>> = {
  'app-code-entered': 'app',
  'recovery-code-entered': 'recovery-code',
  'passkey-used': 'passkey',
  'passkey-added': 'passkey',
};

/** Ends the journey and answers with another page; the browser begins anew. */
export async function abandon(step: Step, reply: PageReply): Promise<PageReply> {
  await endJourney(step.db, step.tokenHash);
  return { ...reply, cookies: [{ name: journeyCookie, value: null }] };
}

/** An audit event about the account of a journey; nobody's address is ever in it. */
export const record = (
  { db, services, request, account }: Pick<Step, 'db' | 'services' | 'request' | 'account'>,
  event: Pick<AuditEvent, 'kind' | 'outcome' | 'details'>,
): Promise<void> =>
  recordEvent(db, services.keys, request.now, {
    actor: account?.pseudonym ?? 'unknown',
    object: account?.accountId ?? 'unknown',
    origin: request.origin,
    ...event,
  });
