import { federationTexts as texts } from '@insamling/texts';
import type { Services } from '../../context.ts';
import { html, safeReturnPath, type Page, type PageReply, type PageRequest } from '../../platform/http/index.ts';
import { ProviderFault } from '../../platform/oidc/index.ts';
import { Problem } from '../../platform/problem.ts';
import { document, form, secondaryButton } from '../layout.page.ts';
import { showOutOfStep } from '../out-of-step.page.ts';
import { hashOf, journeyCookie } from '../token.ts';
import { showOutcome } from './outcome.page.ts';
import { answerAddress, onwardPath, providerPaths } from './paths.ts';
import { openVisit } from './reader.ts';
import { beginVisit, departureOf } from './visit.ts';

/**
 * The way out to a provider. Every provider of the portal is offered, to everybody alike: nothing is asked of the person before,
 * so nothing of anybody can be told.
 */
export const leavePages = (services: Services): Page[] => [
  { method: 'GET', path: providerPaths.choose, handle: async (request) => choose(services, request) },
  { method: 'POST', path: providerPaths.choose, handle: (request) => leave(services, request) },
  { method: 'GET', path: providerPaths.onward, handle: (request) => sendOnward(services, request) },
];

function choose({ config, relyingParty: { providers } }: Services, request: PageRequest): PageReply {
  if (providers.length === 0) throw new Problem('request.not-found');
  const returnPath = safeReturnPath(request.query['retur']) ?? '';
  if (request.actor) return { redirect: returnPath || '/' };
  return {
    html: document(config, {
      title: texts.choose.title,
      canCancel: true,
      content: html`<p>${texts.choose.intro}</p>
        ${providers.map(({ id, name }) =>
          form(
            providerPaths.choose,
            html`<input type="hidden" name="leverantor" value="${id}" /><input
                type="hidden"
                name="retur"
                value="${returnPath}"
              />${secondaryButton(texts.choose.button(name))}`,
          ),
        )}
        <p class="hint">${texts.choose.before}</p>`,
    }),
  };
}

async function leave(services: Services, request: PageRequest): Promise<PageReply> {
  const provider = services.relyingParty.find(request.form['leverantor']);
  if (!provider) throw new Problem('request.not-found');
  const cookie = await services.database.transaction({}, (db) =>
    beginVisit(db, services, provider, request.cookies, request.now, {
      purpose: 'sign-in',
      accountId: null,
      sessionId: null,
      elevatedFor: '',
      returnPath: safeReturnPath(request.form['retur']) ?? null,
    }),
  );
  return { redirect: onwardPath(provider.id), cookies: [cookie] };
}

/**
 * The last page of ours. It goes on by itself; a form may not lead to another site, and a redirect from it would be one. The
 * provider is asked where to go only here, with no transaction open.
 */
async function sendOnward(services: Services, request: PageRequest): Promise<PageReply> {
  const { config, database, relyingParty } = services;
  const provider = relyingParty.find(request.params['leverantor']);
  if (!provider) throw new Problem('request.not-found');
  const tokenHash = hashOf(request.cookies[journeyCookie] ?? '');
  const visit = await database.transaction({}, (db) => openVisit(db, tokenHash, provider.id, request.now));
  if (!visit) return showOutOfStep(config, undefined);
  try {
    const visiting = { redirectUri: answerAddress(config, provider.id), isStepUp: visit.purpose === 'step-up' };
    const address = await relyingParty.addressOf(provider, visiting, departureOf(services, tokenHash, visit));
    return {
      headers: { refresh: `0; url=${address}` },
      html: document(config, {
        title: texts.onward.title(provider.name),
        canCancel: true,
        content: html`<p>${texts.onward.text}</p>
          <p><a class="button" href="${address}">${texts.onward.link(provider.name)}</a></p>`,
      }),
    };
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    services.log.warn({ provider: provider.id, because: error.because }, 'a sign-in provider could not be reached');
    return { ...showOutcome(config, provider, 'svarar-inte'), status: 503, headers: { 'retry-after': '60' } };
  }
}
