import { accountTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import type { Page } from '../platform/http/index.ts';
import { showSignIn } from './sign-in-form.page.ts';
import { hashOf, journeyCookie, sessionCookie } from './token.ts';
import { endJourney, endSession } from './writer.ts';

const path = '/logga-ut';

/** Ends the session on the server and empties the browser of what it kept from here. */
export const signOutPages = ({ config, database, keys }: Services): Page[] => [
  { method: 'GET', path, handle: async ({ actor }) => ({ redirect: actor ? '/' : '/logga-in' }) },
  {
    method: 'POST',
    path,
    async handle(request) {
      const { [sessionCookie]: session, [journeyCookie]: journey } = request.cookies;
      await database.transaction({}, async (db) => {
        if (journey) await endJourney(db, hashOf(journey));
        if (!session || !(await endSession(db, hashOf(session))) || !request.actor) return;
        const { pseudonym, accountId } = request.actor;
        const event = { actor: pseudonym, object: accountId, kind: 'account.signed-out', outcome: 'done', origin: request.origin } as const;
        await recordEvent(db, keys, request.now, { ...event, details: {} });
      });
      return {
        ...showSignIn(config, request, { notice: accountTexts.signIn.signedOut }),
        cookies: [sessionCookie, journeyCookie].map((name) => ({ name, value: null })),
        // Without "cookies": it would empty every host of the registered domain, and forget that the browser is a known one.
        headers: { 'clear-site-data': '"cache", "storage"' },
      };
    },
  },
];
