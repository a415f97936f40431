import type { Services } from '../../context.ts';
import type { Page, PageReply, PageRequest } from '../../platform/http/index.ts';
import { lockJourney } from '../reader.ts';
import { showSignIn } from '../sign-in-form.page.ts';
import { OutOfStep } from '../steps.ts';
import { hashOf, newToken, suggestionCookie } from '../token.ts';
import { asJson, assertionIn } from './answer.ts';
import { suggestedIn } from './challenge.ts';
import { checkPasskey, passkeyRequest } from './check-passkey.ts';
import { suggestionPath } from './form.page.ts';
import { beginAtPasskey, enterAs } from './sign-in.page.ts';

/**
 * Passkeys that the browser suggests in the address field. The question waits beside everything else: nothing the browser has begun ends
 * by it, and a journey begins only when a passkey has been chosen. It is an ordinary sign-in with a passkey from there.
 */
export const suggestionPages = (services: Services): Page[] => [
  { method: 'GET', path: suggestionPath, handle: async () => ({ redirect: '/logga-in' }) },
  { method: 'POST', path: `${suggestionPath}/fraga`, handle: (request) => ask(services, request) },
  { method: 'POST', path: suggestionPath, handle: (request) => answer(services, request) },
];

/** Several windows of one browser wait under one cookie, each for a question of its own. */
async function ask(services: Services, request: PageRequest): Promise<PageReply> {
  const token = request.cookies[suggestionCookie] ?? newToken().value;
  const question = await services.database.transaction({}, (db) =>
    passkeyRequest(db, services, null, suggestedIn(hashOf(token)), request.now),
  );
  return { ...asJson(question), cookies: [{ name: suggestionCookie, value: token }] };
}

async function answer(services: Services, request: PageRequest): Promise<PageReply> {
  try {
    const reply = await services.database.transaction({}, async (db) => {
      const waited = request.cookies[suggestionCookie];
      const signed = assertionIn(request.form);
      const accountId =
        signed && waited ? await checkPasskey(db, services, null, suggestedIn(hashOf(waited)), signed, request.now) : undefined;
      const { hash: tokenHash } = await beginAtPasskey(db, services, request);
      const journey = await lockJourney(db, tokenHash, request.now);
      if (!journey) throw new OutOfStep();
      return enterAs({ db, services, request, journey, tokenHash, account: undefined }, accountId);
    });
    // Other windows of the browser wait under the same cookie until one has led in.
    return reply.redirect === undefined
      ? reply
      : { ...reply, cookies: [...(reply.cookies ?? []), { name: suggestionCookie, value: null }] };
  } catch (error) {
    if (!(error instanceof OutOfStep)) throw error;
    return showSignIn(services.config, request, {});
  }
}
