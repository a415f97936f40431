import { accountTexts, factorTexts, federationTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import { html, safeReturnPath, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { button, document, field, form, hiddenField, requiredLine, type PageFault } from './layout.page.ts';
import { passkeyForm, suggestionForm } from './passkeys/form.page.ts';
import { providerPaths } from './providers/paths.ts';

const { signIn } = accountTexts;

interface Shown {
  readonly email?: string;
  readonly faults?: readonly PageFault[];
  /** A line of information above the form. */
  readonly notice?: string;
  readonly returnPath?: string;
  /** The browser may suggest passkeys in the address field; not after one was refused, lest it suggest the same again and again. */
  readonly suggestsPasskeys?: boolean;
}

/** The sign-in page, fresh or with what stood in the way. */
export function showSignIn(
  config: Config,
  request: PageRequest,
  { email = '', faults = [], notice, returnPath = '', suggestsPasskeys = true }: Shown,
): PageReply {
  return {
    status: faults.length > 0 ? 422 : 200,
    html: document(config, {
      title: signIn.title,
      faults,
      nonce: request.nonce,
      content: html`${notice && html`<div class="notice" role="status"><p>${notice}</p></div>`}
        <p>${signIn.intro}</p>
        ${requiredLine}
        ${form(
          '/logga-in',
          html`${field({ id: 'epost', label: signIn.email, type: 'email', autocomplete: 'username webauthn', value: email, faults })}
            ${field({ id: 'losenord', label: signIn.password, type: 'password', autocomplete: 'current-password', faults })}
            ${hiddenField('retur', safeReturnPath(returnPath) ?? '')}
            <p><a href="/konto/inbjudan">${signIn.invitedOrForgotten}</a></p>
            ${button(signIn.button)}`,
        )}
        ${passkeyForm({
          path: '/logga-in/passkey',
          does: 'use',
          label: factorTexts.passkey.signIn,
          nonce: request.nonce,
          fields: hiddenField('retur', safeReturnPath(returnPath) ?? ''),
        })}
        ${suggestsPasskeys && suggestionForm(hiddenField('retur', safeReturnPath(returnPath) ?? ''))}
        ${config.signInProviders.length > 0 && html`<p><a href="${organisationPath(returnPath)}">${federationTexts.link}</a></p>`}`,
    }),
  };
}

const organisationPath = (returnPath: string): string => {
  const path = safeReturnPath(returnPath);
  return path ? `${providerPaths.choose}?retur=${encodeURIComponent(path)}` : providerPaths.choose;
};
