import { accountTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { atLeast } from '../platform/at-least.ts';
import { html, type Html, type Page, type PageReply } from '../platform/http/index.ts';
import { mailCode } from './begin-journey.ts';
import { button, document, field, form, requiredLine, secondaryButton, type PageFault } from './layout.page.ts';
import { checkMailCode, codeMac } from './mail-code.ts';
import { advance, atStage, pathOf, stageLife, type Step } from './steps.ts';
import { newCode } from './token.ts';
import { renewCode } from './writer.ts';

const { verify } = accountTexts;
const again = '/konto/kod/ny';

/** The six digits from the mail, and a new mail when none came. */
export const codePages = (services: Services): Page[] => [
  { method: 'GET', path: pathOf.code, handle: (request) => atStage(services, request, 'code', async (step) => show(step)) },
  {
    method: 'POST',
    path: pathOf.code,
    handle: (request) =>
      atStage(services, request, 'code', async (step) => {
        if (!request.form['kod']?.trim()) return show(step, { fault: verify.codeMissing });
        const verdict = await checkMailCode(step, request.form['kod']);
        if (verdict === 'right') return advance(step, { type: 'code-entered', isRight: true });
        return show(step, { fault: verdict === 'expired' ? verify.codeExpired : verify.codeWrong });
      }),
  },
  { method: 'GET', path: again, handle: async () => ({ redirect: pathOf.code }) },
  {
    method: 'POST',
    path: again,
    handle: (request) => atLeast(services.config.limits.answerFloorMs, () => atStage(services, request, 'code', sendAgain)),
  },
  { method: 'GET', path: pathOf.verified, handle: (request) => atStage(services, request, 'verified', async (step) => showVerified(step)) },
  {
    method: 'POST',
    path: pathOf.verified,
    handle: (request) => atStage(services, request, 'verified', (step) => advance(step, { type: 'continued' })),
  },
];

/** A new code in the place of the old. An address that has got its share of mails keeps the code it has. */
async function sendAgain(step: Step): Promise<PageReply> {
  const { db, services, request, journey, tokenHash, account } = step;
  const { keys, config } = services;
  const wait = Math.ceil(((journey.codeSentAt?.getTime() ?? 0) + config.limits.codeResendSeconds * 1000 - request.now.getTime()) / 1000);
  if (wait > 0) return show(step, { notice: verify.tooSoon(wait) });
  const code = newCode();
  if (await mailCode(db, services, request, { account, address: journey.address, code })) {
    const mac = codeMac(keys, keys.currentKeyId, tokenHash, code);
    const renewed = { mac, keyId: keys.currentKeyId, expiresAt: new Date(request.now.getTime() + config.limits.codeMinutes * 60_000) };
    const notSentAfter = new Date(request.now.getTime() - config.limits.codeResendSeconds * 1000);
    await renewCode(db, tokenHash, renewed, request.now, notSentAfter, new Date(request.now.getTime() + stageLife));
  }
  return show(step, { notice: verify.sentAgain });
}

function show(step: Step, { fault, notice }: { readonly fault?: string; readonly notice?: string } = {}): PageReply {
  const faults: PageFault[] = fault ? [{ field: 'kod', text: fault }] : [];
  return page(
    step,
    faults,
    html`<div class="notice" role="status"><p>${notice ?? verify.sent}</p></div>
      ${requiredLine}
      ${form(
        pathOf.code,
        html`${addressOf(step)}
        ${field({ id: 'kod', label: verify.code, type: 'text', autocomplete: 'one-time-code', isNumeric: true, faults })}
        ${button(verify.check)}`,
      )}
      ${form(again, secondaryButton(verify.sendAgain))}
      <p><a href="/konto/inbjudan">${verify.changeEmail}</a></p>`,
  );
}

const showVerified = (step: Step): PageReply =>
  page(
    step,
    [],
    html`<div class="notice notice-done" role="status"><p>${verify.verified}</p></div>
      ${addressOf(step)}
      <p><a href="/konto/inbjudan">${verify.changeEmail}</a></p>
      ${form(pathOf.verified, button(verify.continue))}`,
  );

/** The address as text: it is changed by beginning anew. */
const addressOf = ({ journey }: Step): Html =>
  html`<div class="field">
    <label for="epost">${verify.email}</label>
    <output class="read-only" id="epost">${journey.address}</output>
  </div>`;

const page = ({ services, request }: Step, faults: readonly PageFault[], content: Html): PageReply => ({
  status: faults.length > 0 ? 422 : 200,
  html: document(services.config, { title: verify.title, faults, nonce: request.nonce, canCancel: true, content }),
});
