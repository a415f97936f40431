import { accountTexts, factorTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import type { Writer } from '../platform/db/index.ts';
import { html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import type { Actor } from '../platform/operation.ts';
import { checkEnrolledCode, type Verdict } from './app-code.ts';
import { confirmPath, returnOf, signedIn, withReturn } from './confirmed.ts';
import { button, document, field, form, hiddenField, requiredLine, type PageFault } from './layout.page.ts';
import { asJson, assertionIn } from './passkeys/answer.ts';
import { steppingUpIn } from './passkeys/challenge.ts';
import { checkPasskey, passkeyRequest } from './passkeys/check-passkey.ts';
import { passkeyForm } from './passkeys/form.page.ts';
import { passkeysOf } from './passkeys/reader.ts';
import { elevateSession } from './sessions/session.ts';

const { confirm: texts, passkey, recovery } = factorTexts;
const passkeyPath = `${confirmPath}/passkey`;
export const confirmByRecoveryPath = `${confirmPath}/aterstallningskod`;

/** «Bekräfta att det är du», for the pages that are complete without script: by the app, or by a passkey where there is one. */
export const confirmPages = (services: Services): Page[] => [
  { method: 'GET', path: confirmPath, handle: (request) => signedIn(request, (actor) => show(services, request, actor)) },
  { method: 'POST', path: confirmPath, handle: (request) => signedIn(request, (actor) => byApp(services, request, actor)) },
  { method: 'GET', path: passkeyPath, handle: async () => ({ redirect: confirmPath }) },
  {
    method: 'POST',
    path: `${passkeyPath}/fraga`,
    handle: (request) =>
      signedIn(request, ({ accountId, sessionId }) =>
        services.database.transaction({}, async (db) =>
          asJson(await passkeyRequest(db, services, accountId, steppingUpIn(sessionId, ''), request.now)),
        ),
      ),
  },
  { method: 'POST', path: passkeyPath, handle: (request) => signedIn(request, (actor) => byPasskey(services, request, actor)) },
];

async function byApp(services: Services, request: PageRequest, actor: Actor): Promise<PageReply> {
  const typed = request.form['kod']?.trim();
  if (!typed) return show(services, request, actor, [{ field: 'kod', text: texts.codeMissing }]);
  const { database } = services;
  const outcome = await database.transaction({}, async (db) => {
    const verdict = await checkEnrolledCode({ db, services, now: request.now, origin: request.origin }, actor, typed);
    if (verdict.is !== 'right') return faultOf(verdict, services);
    await verdict.spent;
    return confirmation(db, services, request, actor, 'app');
  });
  return 'text' in outcome ? show(services, request, actor, [outcome]) : outcome;
}

async function byPasskey(services: Services, request: PageRequest, actor: Actor): Promise<PageReply> {
  const signed = assertionIn(request.form);
  const reply = await services.database.transaction({}, async (db) => {
    const occasion = steppingUpIn(actor.sessionId, '');
    if (signed && (await checkPasskey(db, services, actor.accountId, occasion, signed, request.now)))
      return confirmation(db, services, request, actor, 'passkey');
    const event = { actor: actor.pseudonym, object: actor.accountId, kind: 'account.passkey-failed', outcome: 'failed' } as const;
    await recordEvent(db, services.keys, request.now, { ...event, details: {}, origin: request.origin });
    return undefined;
  });
  return reply ?? show(services, request, actor, [{ field: null, text: passkey.refusedHere }]);
}

/** More may be done with the session for five minutes, hence under a new token; and back to where the question arose. */
export async function confirmation(
  db: Writer,
  { keys }: Services,
  request: PageRequest,
  { accountId, pseudonym, sessionId }: Actor,
  by: 'app' | 'passkey' | 'recovery-code',
): Promise<PageReply> {
  const cookies = await elevateSession(db, sessionId, '', request.now);
  const event = { actor: pseudonym, object: accountId, kind: 'account.stepped-up', outcome: 'done', origin: request.origin } as const;
  await recordEvent(db, keys, request.now, { ...event, details: { purpose: '', with: by } });
  return { redirect: returnOf(request), cookies };
}

/** What a wrong code is answered with. */
export function faultOf(verdict: Verdict, { config }: Services): PageFault {
  if (verdict.is === 'account-paused') return { field: null, text: accountTexts.signIn.paused(verdict.minutes) };
  if (verdict.is === 'account-blocked') return { field: null, text: accountTexts.signIn.blocked(config.organisation.phone) };
  return { field: 'kod', text: accountTexts.appCode.wrong };
}

async function show(services: Services, request: PageRequest, { accountId }: Actor, faults: readonly PageFault[] = []): Promise<PageReply> {
  const { config, database } = services;
  const hasPasskey = (await database.transaction({}, (db) => passkeysOf(db, accountId))).length > 0;
  const to = returnOf(request);
  return {
    status: faults.length > 0 ? 422 : 200,
    html: document(config, {
      title: texts.title,
      faults,
      nonce: request.nonce,
      canCancel: true,
      content: html`<p>${texts.why}</p>
        ${requiredLine}
        ${form(
          confirmPath,
          html`${hiddenField('retur', to)}
          ${field({ id: 'kod', label: texts.code, type: 'text', autocomplete: 'one-time-code', isNumeric: true, hint: texts.hint, faults })}
          ${button(texts.confirm)}`,
        )}
        ${
          hasPasskey &&
          passkeyForm({ path: passkeyPath, does: 'use', label: passkey.use, nonce: request.nonce, fields: hiddenField('retur', to) })
        }
        <p><a href="${withReturn(confirmByRecoveryPath, to)}">${recovery.use}</a></p>`,
    }),
  };
}
