import { accountTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { button, document, form } from './layout.page.ts';
import { sessionOf } from './sessions/session.ts';
import { showSignIn } from './sign-in-form.page.ts';
import { hashOf, journeyCookie, sessionCookie } from './token.ts';
import { endSession } from './sessions/writer.ts';
import { endJourney } from './writer.ts';

const path = '/logga-ut';
const texts = accountTexts.signOut;

/** The way out. The menu posts to it; the page is for who has no script, and changes nothing by being opened. */
export const signOutPages = (services: Services): Page[] => [
  { method: 'GET', path, handle: (request) => show(services, request) },
  { method: 'POST', path, handle: (request) => signOut(services, request) },
];

async function show({ config, database }: Services, request: PageRequest): Promise<PageReply> {
  const session = await database.transaction({}, (db) => sessionOf(db, config, request.cookies, request.now));
  if (!('actor' in session)) return { redirect: '/logga-in' };
  return {
    html: document(config, {
      title: texts.title,
      canCancel: true,
      cancelTo: '/',
      content: html`<p>${texts.text}</p>
        ${form(path, button(texts.button))}`,
    }),
  };
}

/** Ends the session on the server and empties the browser of what it kept from here. */
async function signOut({ config, database, keys }: Services, request: PageRequest): Promise<PageReply> {
  const { [sessionCookie]: token, [journeyCookie]: journey } = request.cookies;
  await database.transaction({}, async (db) => {
    if (journey) await endJourney(db, hashOf(journey));
    const session = await sessionOf(db, config, request.cookies, request.now);
    if (!token || !(await endSession(db, hashOf(token))) || !('actor' in session)) return;
    const { pseudonym, accountId } = session.actor;
    const event = { actor: pseudonym, object: accountId, kind: 'account.signed-out', outcome: 'done', origin: request.origin } as const;
    await recordEvent(db, keys, request.now, { ...event, details: {} });
  });
  return {
    ...showSignIn(config, request, { notice: accountTexts.signIn.signedOut }),
    cookies: [sessionCookie, journeyCookie].map((name) => ({ name, value: null })),
    // Without "cookies": it would empty every host of the registered domain, and forget that the browser is a known one.
    headers: { 'clear-site-data': '"cache", "storage"' },
  };
}
