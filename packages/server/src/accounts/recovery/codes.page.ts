import { dayInWords, dayOf, factorTexts } from '@insamling/texts';
import type { Services } from '../../context.ts';
import { recordEvent } from '../../platform/audit/index.ts';
import { html, type Html, type Page, type PageReply, type PageRequest } from '../../platform/http/index.ts';
import type { Actor } from '../../platform/operation.ts';
import { confirmed, returnOf, signedIn } from '../confirmed.ts';
import { button, document, form, hiddenField } from '../layout.page.ts';
import { tellOwner } from '../tell-owner.ts';
import { codesInASet, newRecoveryCode, readRecoveryCode, recoveryCodeHash } from './recovery-code.ts';
import { recoveryStateOf } from './reader.ts';
import { replaceRecoveryCodes } from './writer.ts';

const texts = factorTexts.recovery;
const path = '/konto/aterstallningskoder';

/** Where recovery codes are made. They are shown once, on this page, and are nowhere in clear afterwards. */
export const recoveryCodePages = (services: Services): Page[] => [
  { method: 'GET', path, handle: (request) => signedIn(request, (actor) => showOffer(services, request, actor)) },
  { method: 'POST', path, handle: (request) => confirmed(request, (actor) => make(services, request, actor)) },
];

async function make(services: Services, request: PageRequest, actor: Actor): Promise<PageReply> {
  const { accountId, pseudonym } = actor;
  const codes = Array.from({ length: codesInASet }, newRecoveryCode);
  await services.database.transaction({}, async (db) => {
    const hashes = codes.map((code) => recoveryCodeHash(accountId, readRecoveryCode(code) ?? ''));
    await replaceRecoveryCodes(db, accountId, hashes, request.now);
    await tellOwner({ db, services, now: request.now }, accountId, 'recovery-codes-made');
    const event = { actor: pseudonym, object: accountId, kind: 'account.recovery-codes-made', outcome: 'done' } as const;
    await recordEvent(db, services.keys, request.now, { ...event, details: { codes: codes.length }, origin: request.origin });
  });
  return page(services, request, texts.madeTitle, madeContent(services, request, codes));
}

async function showOffer(services: Services, request: PageRequest, { accountId }: Actor): Promise<PageReply> {
  const { left, madeAt } = await services.database.transaction({}, (db) => recoveryStateOf(db, accountId));
  return page(
    services,
    request,
    texts.title,
    html`<p>${texts.what}</p>
      ${madeAt && html`<p>${texts.state(left, codesInASet, dayInWords(dayOf(madeAt.toISOString())))}</p>`}
      ${madeAt && html`<div class="notice notice-warning"><p>${texts.replaces}</p></div>`}
      ${form(path, html`${hiddenField('retur', returnOf(request))} ${button(madeAt ? texts.makeNew : texts.make)}`)}
      <p><a href="${returnOf(request)}">${texts.notNow}</a></p>`,
  );
}

function madeContent({ config }: Services, request: PageRequest, codes: readonly string[]): Html {
  const asText = texts.asText(config.serviceName, codes, dayInWords(dayOf(request.now.toISOString())));
  return html`<div class="notice notice-warning"><p>${texts.shownOnce}</p></div>
    <p>${texts.howToUse}</p>
    <ol class="codes" id="koder">
      ${codes.map((code) => html`<li>${code}</li>`)}
    </ol>
    <p class="buttons">
      <a class="button-secondary" download="${texts.fileName}" href="data:text/plain;charset=utf-8,${encodeURIComponent(asText)}">
        ${texts.download}
      </a>
      <button class="button-secondary" type="button" data-print hidden>${texts.print}</button>
      <button class="button-secondary" type="button" data-copy-lines="koder" data-copied="${texts.copied}" hidden>${texts.copy}</button>
      <span role="status"></span>
    </p>
    <p><a class="button" href="${returnOf(request)}">${texts.done}</a></p>`;
}

const page = ({ config }: Services, request: PageRequest, title: string, content: Html): PageReply => ({
  html: document(config, { title, nonce: request.nonce, content }),
});
