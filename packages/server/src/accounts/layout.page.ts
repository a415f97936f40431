import { accountTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import { Html, html } from '../platform/http/index.ts';

const { footer } = accountTexts;

export interface PageFault {
  /** Id of the field the fault belongs to; null for the whole form. */
  readonly field: string | null;
  readonly text: string;
}

interface Document {
  readonly title: string;
  readonly content: Html;
  readonly faults?: readonly PageFault[];
  /** Without it the page needs no script at all. */
  readonly nonce?: string;
  /** The way out, on every step of the journey. */
  readonly canCancel?: boolean;
  /** Where the way out leads to; the sign-in page, unless another is named. */
  readonly cancelTo?: string;
  /** The content brings its h1 along. */
  readonly hasOwnHeading?: boolean;
}

/** A whole page of the server's own: skip link, way out, service name, content, footer; faults first and in the title. */
export function document(
  config: Config,
  { title, content, faults = [], nonce, canCancel = false, cancelTo = '/logga-in', hasOwnHeading = false }: Document,
): Html {
  const heading = faults.length > 0 ? accountTexts.errorTitle(title) : title;
  return html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${heading} – ${config.serviceName}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/tokens.css" />
        <link rel="stylesheet" href="/pages.css" />
        ${nonce && html`<script src="/pages.js" nonce="${nonce}" defer></script>`}
      </head>
      <body class="page">
        <a class="skip-link" href="#innehall">${accountTexts.skip}</a>
        <header>
          ${canCancel && html`<a class="cancel" href="${cancelTo}">&lt; ${accountTexts.cancel}</a>`}
          <p class="service">${config.serviceName}</p>
        </header>
        <main id="innehall" tabindex="-1">
          ${faults.length > 0 && summary(faults)} ${!hasOwnHeading && html`<h1>${title}</h1>`} ${content}
        </main>
        <footer class="footer">
          <nav aria-label="${footer.label}">
            <ul>
              <li><a href="/personuppgifter">${footer.personalData}</a></li>
              <li><a href="/tillganglighet">${footer.accessibility}</a></li>
              <li><a href="/hjalp">${footer.help}</a></li>
            </ul>
          </nav>
          <p>${footer.sender(config.serviceName, config.organisation.name)}</p>
        </footer>
      </body>
    </html> `;
}

/** Takes the focus when the page opens, also without script. */
const summary = (faults: readonly PageFault[]) =>
  html`<section class="error-summary" aria-labelledby="fel" tabindex="-1" autofocus>
    <h2 id="fel">${accountTexts.problemHeading}</h2>
    <ul>
      ${faults.map((fault) => html`<li>${fault.field ? html`<a href="#${fault.field}">${fault.text}</a>` : fault.text}</li>`)}
    </ul>
  </section>`;

interface Field {
  /** Also the name it is sent by. */
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autocomplete: 'username' | 'username webauthn' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  readonly isNumeric?: boolean;
  readonly value?: string;
  readonly describedBy?: string;
  readonly hint?: string;
  readonly faults?: readonly PageFault[];
}

/** A required field with its label and, when there is one, its fault above it. */
export function field({ id, label, type, autocomplete, isNumeric = false, value = '', describedBy = '', hint, faults = [] }: Field): Html {
  const fault = faults.find((one) => one.field === id);
  const description = [describedBy, hint && `${id}-tips`, fault && `${id}-fel`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${id}">${label} <span aria-hidden="true">*</span></label>
    ${hint && html`<span class="hint" id="${id}-tips">${hint}</span>`} ${fault && html`<p class="error" id="${id}-fel">${fault.text}</p>`}
    <input
      id="${id}"
      name="${id}"
      type="${type}"
      autocomplete="${autocomplete}"
      required${isNumeric && html` inputmode="numeric"`}${type !== 'password' && html` value="${value}"`}${description !== '' && html` aria-describedby="${description}"`}${fault && html` aria-invalid="true"`}${type !== 'text' && html` spellcheck="false" autocapitalize="none"`}
    />
  </div>`;
}

/** A field that helps a person along and cannot be wrong. */
export const plainField = ({
  id,
  label,
  hint,
  value,
  most,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly most: number;
}): Html =>
  html`<div class="field">
    <label for="${id}">${label}</label>
    <span class="hint" id="${id}-tips">${hint}</span>
    <input id="${id}" name="${id}" type="text" maxlength="${most}" autocomplete="off" value="${value}" aria-describedby="${id}-tips" />
  </div>`;

/** A field nobody sees. */
export const hiddenField = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

/** A form; the browser's own messages are off, since ours say what to do. */
export const form = (action: string, content: Html): Html => html`<form method="post" action="${action}" novalidate>${content}</form>`;

export const requiredLine = html`<p class="hint">${accountTexts.requiredLine}</p>`;

export const secondaryButton = (text: string): Html => html`<button class="button-secondary" type="submit">${text}</button>`;

export const button = (text: string): Html => html`<button class="button" type="submit">${text}</button>`;
