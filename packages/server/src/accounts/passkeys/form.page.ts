import { factorTexts } from '@insamling/texts';
import { html, type Html } from '../../platform/http/index.ts';

/** Where a passkey that the browser has suggested is sent to. */
export const suggestionPath = '/logga-in/passkey/forslag';

/** For the script alone: sends the passkey that was chosen among the suggestions in the address field. Nobody sees it. */
export const suggestionForm = (fields: Html): Html =>
  html`<form method="post" action="${suggestionPath}" data-suggest novalidate hidden>
    ${fields}<input type="hidden" name="svar" value="" />
  </form>`;

interface PasskeyForm {
  /** Where the answer is sent; the question is had from `…/fraga`. */
  readonly path: string;
  readonly does: 'use' | 'make';
  readonly label: string;
  readonly nonce: string;
  readonly isMain?: boolean;
  readonly fields?: Html | undefined;
  /** Said where the browser has no passkeys or runs no script; left out where there is another way on. */
  readonly otherwise?: string;
}

/** A button for who has a passkey. A passkey needs script: the form is shown by it, in browsers that have passkeys. */
export const passkeyForm = ({ path, does, label, nonce, isMain = false, fields, otherwise }: PasskeyForm): Html =>
  html`${otherwise && html`<p data-without-passkey>${otherwise}</p>`}
    <form
      method="post"
      action="${path}"
      data-passkey="${does}"
      data-interrupted="${factorTexts.passkey.interrupted}"
      data-unanswered="${factorTexts.passkey.unanswered}"
      novalidate
      hidden
    >
      <script src="/passkey.js" nonce="${nonce}" defer></script>
      ${fields}
      <input type="hidden" name="svar" value="" />
      <p class="error" role="alert"></p>
      <button class="${isMain ? 'button' : 'button-secondary'}" type="submit">${label}</button>
    </form>`;
