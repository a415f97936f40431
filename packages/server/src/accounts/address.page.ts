import { accountTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { atLeast } from '../platform/at-least.ts';
import { html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { beginJourney } from './begin-journey.ts';
import { looksLikeAddress } from './address.ts';
import { button, document, field, form, requiredLine, type PageFault } from './layout.page.ts';
import { pathOf } from './steps.ts';
import { journeyCookie } from './token.ts';

const { verify } = accountTexts;
const path = '/konto/inbjudan';

/** Where an invited person and one who has forgotten the password begin: with the address. */
export const addressPages = (services: Services): Page[] => [
  { method: 'GET', path, handle: async (request) => show(services.config, request) },
  {
    method: 'POST',
    path,
    async handle(request) {
      const typed = (request.form['epost'] ?? '').trim();
      const fault = typed === '' ? verify.emailMissing : looksLikeAddress(typed) ? undefined : verify.emailShape;
      if (fault) return show(services.config, request, typed, [{ field: 'epost', text: fault }]);
      const token = await atLeast(services.config.limits.answerFloorMs, () => beginJourney(services, request, typed));
      return { redirect: pathOf.code, cookies: [{ name: journeyCookie, value: token }] };
    },
  },
];

const show = (config: Config, request: PageRequest, email = '', faults: readonly PageFault[] = []): PageReply => ({
  status: faults.length > 0 ? 422 : 200,
  html: document(config, {
    title: verify.title,
    faults,
    nonce: request.nonce,
    canCancel: true,
    content: html`${requiredLine}
    ${form(
      path,
      html`${field({ id: 'epost', label: verify.email, type: 'email', autocomplete: 'username', value: email, faults })}
      ${button(verify.send)}`,
    )}`,
  }),
});
