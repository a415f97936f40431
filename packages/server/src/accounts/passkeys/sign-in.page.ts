import { factorTexts } from '@insamling/texts';
import type { Services } from '../../context.ts';
import type { Writer } from '../../platform/db/index.ts';
import { safeReturnPath, type Page, type PageReply, type PageRequest } from '../../platform/http/index.ts';
import { transition } from '../journey.ts';
import { accountById } from '../reader.ts';
import { showSignIn } from '../sign-in-form.page.ts';
import { abandon, advance, atStage, factsOf, OutOfStep, pathOf, record, stageLife, type Step } from '../steps.ts';
import { hashOf, journeyCookie, newToken, type Token } from '../token.ts';
import { endJourney, insertJourney, nameJourney } from '../writer.ts';
import { asJson, assertionIn } from './answer.ts';
import { inJourney } from './challenge.ts';
import { checkPasskey, passkeyRequest } from './check-passkey.ts';

const path = pathOf.passkey;

/** Sign-in with a passkey alone: the authenticator has the person and knows them (two factors), and says who it is. */
export const passkeySignInPages = (services: Services): Page[] => [
  { method: 'GET', path, handle: async () => ({ redirect: '/logga-in' }) },
  { method: 'POST', path: `${path}/fraga`, handle: (request) => ask(services, request) },
  { method: 'POST', path, handle: (request) => atStage(services, request, 'passkey', answer) },
];

/** A journey of this browser's begins with the question. */
const ask = (services: Services, request: PageRequest): Promise<PageReply> =>
  services.database.transaction({}, async (db) => {
    const token = await beginAtPasskey(db, services, request);
    const question = await passkeyRequest(db, services, null, inJourney('sign-in', token.hash), request.now);
    return { ...asJson(question), cookies: [{ name: journeyCookie, value: token.value }] };
  });

/** Begins the journey of who signs in with a passkey alone; what the browser had begun before is gone. */
export async function beginAtPasskey(db: Writer, { config }: Pick<Services, 'config'>, request: PageRequest): Promise<Token> {
  const next = transition(null, { type: 'passkey-asked' }, factsOf(undefined, config.noticeVersion));
  if (next?.stage !== 'passkey') throw new OutOfStep();
  const brought = request.cookies[journeyCookie];
  if (brought) await endJourney(db, hashOf(brought));
  const token = newToken();
  await insertJourney(db, {
    tokenHash: token.hash,
    kind: 'sign-in',
    stage: 'passkey',
    address: '',
    accountId: null,
    returnPath: safeReturnPath(request.form['retur']) ?? null,
    at: request.now,
    expiresAt: new Date(request.now.getTime() + stageLife),
  });
  return token;
}

async function answer(step: Step): Promise<PageReply> {
  const { db, services, request, tokenHash } = step;
  const signed = assertionIn(request.form);
  const accountId = signed && (await checkPasskey(db, services, null, inJourney('sign-in', tokenHash), signed, request.now));
  return enterAs(step, accountId);
}

/** In, or at least onward, as whoever the passkey named; to the sign-in page when it named nobody. */
export async function enterAs(step: Step, accountId: string | undefined): Promise<PageReply> {
  const { db, services, request, journey, tokenHash } = step;
  const account = accountId === undefined ? undefined : await accountById(db, accountId);
  if (!account || !(await nameJourney(db, tokenHash, account))) {
    await record(step, { kind: 'account.sign-in-failed', outcome: 'failed', details: { at: 'passkey' } });
    const fault = { field: null, text: factorTexts.passkey.refused };
    const refused = { faults: [fault], returnPath: journey.returnPath ?? '', suggestsPasskeys: false };
    return abandon(step, showSignIn(services.config, request, refused));
  }
  return advance({ ...step, account, journey: { ...journey, accountId: account.accountId } }, { type: 'passkey-used', isRight: true });
}
