import { accountTexts, factorTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import type { Actor } from '../platform/operation.ts';
import { checkNewAppCode } from './app-code.ts';
import { showKey } from './authenticator.page.ts';
import { confirmed, returnOf } from './confirmed.ts';
import { transition } from './journey.ts';
import { button, document, field, form, hiddenField, requiredLine, type PageFault } from './layout.page.ts';
import { accountById } from './reader.ts';
import { saveChangedApp } from './save-changed-app.ts';
import { abandon, advance, atStage, changeAppPath, factsOf, OutOfStep, pathOf, stageLife, type Step } from './steps.ts';
import { hashOf, journeyCookie, newToken } from './token.ts';
import { newSecret } from './totp.ts';
import { endJourney, insertJourney, keepPendingSecret } from './writer.ts';

const { appCode } = accountTexts;
const texts = factorTexts.changeApp;

/** Another app in the place of the old one. Nothing has changed until a code of the new app has been entered. */
export const changeAppPages = (services: Services): Page[] => [
  { method: 'GET', path: changeAppPath, handle: (request) => confirmed(request, async () => showBegin(services, request)) },
  { method: 'POST', path: changeAppPath, handle: (request) => confirmed(request, (actor) => begin(services, request, actor)) },
  {
    method: 'GET',
    path: pathOf['new-app'],
    handle: (request) => atOwn(services, request, 'new-app', async (step) => showKey(step, 'new-app')),
  },
  {
    method: 'POST',
    path: pathOf['new-app'],
    handle: (request) => atOwn(services, request, 'new-app', (step) => advance(step, { type: 'continued' })),
  },
  {
    method: 'GET',
    path: pathOf['new-app-code'],
    handle: (request) => atOwn(services, request, 'new-app-code', async (step) => showCode(step)),
  },
  { method: 'POST', path: pathOf['new-app-code'], handle: (request) => atOwn(services, request, 'new-app-code', enterCode) },
];

async function begin(services: Services, request: PageRequest, { accountId }: Actor): Promise<PageReply> {
  const { config, database, keys } = services;
  return database.transaction({}, async (db) => {
    const account = await accountById(db, accountId);
    const next = transition(null, { type: 'app-change-begun', isConfirmed: true }, factsOf(account, config.noticeVersion));
    if (!account || next?.stage !== 'new-app') throw new Error('a signed-in person has no app to change');
    const brought = request.cookies[journeyCookie];
    if (brought) await endJourney(db, hashOf(brought));
    const token = newToken();
    await insertJourney(db, {
      tokenHash: token.hash,
      kind: 'change-app',
      stage: next.stage,
      address: account.email,
      accountId,
      returnPath: returnOf(request),
      at: request.now,
      expiresAt: new Date(request.now.getTime() + stageLife),
    });
    await keepPendingSecret(db, token.hash, keys.seal('totp', Buffer.from(newSecret()), accountId));
    return { redirect: pathOf['new-app'], cookies: [{ name: journeyCookie, value: token.value }] };
  });
}

/** The journey must be of the very person who is signed in. */
const atOwn = (
  services: Services,
  request: PageRequest,
  stage: 'new-app' | 'new-app-code',
  work: (step: Step, actor: Actor) => Promise<PageReply>,
): Promise<PageReply> =>
  atStage(services, request, stage, async (step) => {
    if (!request.actor || request.actor.accountId !== step.journey.accountId) throw new OutOfStep();
    return work(step, request.actor);
  });

async function enterCode(step: Step, actor: Actor): Promise<PageReply> {
  const { config } = step.services;
  const typed = step.request.form['kod'];
  if (!typed?.trim()) return showCode(step, [{ field: 'kod', text: appCode.missing[config.texts] }]);
  const verdict = await checkNewAppCode(step, typed);
  if (verdict.is === 'wrong') return showCode(step, [{ field: 'kod', text: appCode.wrong }]);
  if (verdict.is !== 'right')
    return abandon(step, showBegin(step.services, step.request, [{ field: null, text: texts.spent }], step.journey.returnPath ?? '/'));
  const saving = saveChangedApp(step, actor);
  const reply = await advance(step, { type: 'app-code-entered', isRight: true }, { save: saving.save, beside: verdict.spent });
  return { ...reply, cookies: [...(reply.cookies ?? []), ...saving.cookies()] };
}

const showBegin = (
  { config }: Services,
  request: PageRequest,
  faults: readonly PageFault[] = [],
  to: string = returnOf(request),
): PageReply => ({
  status: faults.length > 0 ? 422 : 200,
  html: document(config, {
    title: texts.title,
    faults,
    nonce: request.nonce,
    content: html`<p>${texts.intro}</p>
      <p>${texts.oldHolds}</p>
      ${form(changeAppPath, html`${hiddenField('retur', to)} ${button(texts.begin)}`)}
      <p><a href="${to}">${texts.notNow}</a></p>`,
  }),
});

const showCode = ({ services: { config }, request }: Step, faults: readonly PageFault[] = []): PageReply => ({
  status: faults.length > 0 ? 422 : 200,
  html: document(config, {
    title: texts.title,
    faults,
    nonce: request.nonce,
    canCancel: true,
    content: html`<p>${texts.codeIntro}</p>
      ${requiredLine}
      ${form(
        pathOf['new-app-code'],
        html`${field({ id: 'kod', label: appCode.label, type: 'text', autocomplete: 'one-time-code', isNumeric: true, faults })}
        ${button(texts.change)}`,
      )}`,
  }),
});
