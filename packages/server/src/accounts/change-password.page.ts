import { accountTexts, factorTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { publishToAccount } from '../platform/live/index.ts';
import type { Actor } from '../platform/operation.ts';
import { passwordFaults } from './choose-password.ts';
import { confirmed, returnOf } from './confirmed.ts';
import { button, document, field, form, hiddenField, requiredLine, type PageFault } from './layout.page.ts';
import { checkOwnPassword } from './own-password.ts';
import { hashPassword } from './password-hash.ts';
import { newPasswordFields, said } from './password.page.ts';
import { accountById } from './reader.ts';
import { renewSession } from './sessions/session.ts';
import { tellOwner } from './tell-owner.ts';
import { endOtherSessions } from './sessions/writer.ts';
import { endJourneysOf, saveNewPassword } from './writer.ts';

const { changePassword: texts, confirm } = factorTexts;
const path = '/konto/byt-losenord';

/** Another password, by who is inside: with the present one and a fresh proof of the second factor. Everybody else is signed out by it. */
export const changePasswordPages = (services: Services): Page[] => [
  { method: 'GET', path, handle: (request) => confirmed(request, async () => show(services, request)) },
  { method: 'POST', path, handle: (request) => confirmed(request, (actor) => change(services, request, actor)) },
];

async function change(services: Services, request: PageRequest, actor: Actor): Promise<PageReply> {
  const { config, database, keys } = services;
  const { accountId, sessionId, pseudonym } = actor;
  const { nuvarande: present = '', losenord: fresh = '', bekrafta: again = '' } = request.form;
  const account = await database.transaction({}, (db) => accountById(db, accountId));
  const faults = [
    ...(present === '' ? [{ field: 'nuvarande', text: texts.presentMissing }] : []),
    ...passwordFaults(config, account, fresh, again).map((fault) => said(fault, config.limits.passwordMinLength)),
  ];
  if (faults.length > 0) return show(services, request, faults);
  const known = await checkOwnPassword(services, request, accountId, present);
  if (known.is === 'paused') return show(services, request, [{ field: null, text: accountTexts.signIn.paused(known.minutes) }]);
  if (known.is === 'wrong') {
    const event = { actor: pseudonym, object: accountId, kind: 'account.password-failed', outcome: 'failed', details: {} } as const;
    await database.transaction({}, (db) => recordEvent(db, keys, request.now, { ...event, origin: request.origin }));
    return show(services, request, [{ field: 'nuvarande', text: confirm.passwordWrong }]);
  }
  const hash = await hashPassword(fresh);
  return database.transaction({}, async (db) => {
    if (!(await saveNewPassword(db, accountId, hash, request.now))) return { redirect: '/logga-in' };
    await endOtherSessions(db, accountId, sessionId);
    await publishToAccount(db, 'access', accountId);
    await endJourneysOf(db, accountId);
    await tellOwner({ db, services, now: request.now }, accountId, 'password-changed');
    const event = { actor: pseudonym, object: accountId, kind: 'account.password-changed', outcome: 'done', details: {} } as const;
    await recordEvent(db, keys, request.now, { ...event, origin: request.origin });
    return { redirect: returnOf(request), cookies: await renewSession(db, actor, request.now) };
  });
}

const show = ({ config }: Services, request: PageRequest, faults: readonly PageFault[] = []): PageReply => ({
  status: faults.length > 0 ? 422 : 200,
  html: document(config, {
    title: texts.title,
    faults,
    nonce: request.nonce,
    canCancel: true,
    cancelTo: returnOf(request),
    content: html`<p>${texts.intro}</p>
      ${requiredLine}
      ${form(
        path,
        html`${hiddenField('retur', returnOf(request))}
        ${field({ id: 'nuvarande', label: texts.present, type: 'password', autocomplete: 'current-password', faults })}
        ${newPasswordFields(config.limits.passwordMinLength, faults)} ${button(texts.change)}`,
      )}`,
  }),
});
