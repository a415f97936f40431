import { accountTexts, factorTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { html, type Page, type PageReply } from '../platform/http/index.ts';
import { button, document, form } from './layout.page.ts';
import { qrCode } from './qr-code.ts';
import { advance, atStage, OutOfStep, pathOf, type Step } from './steps.ts';
import { otpauthAddress } from './totp.ts';

const { authenticator } = accountTexts;

/** Where the app is had; addresses of the app's maker. */
const stores = {
  ios: 'https://apps.apple.com/app/microsoft-authenticator/id983156458',
  android: 'https://play.google.com/store/apps/details?id=com.azure.authenticator',
} as const;

/** The key of the app, as a picture and in letters: shown only here, and only to an account without an app. */
export const authenticatorPages = (services: Services): Page[] => [
  { method: 'GET', path: pathOf.enrol, handle: (request) => atStage(services, request, 'enrol', async (step) => showKey(step, 'enrol')) },
  {
    method: 'POST',
    path: pathOf.enrol,
    handle: (request) => atStage(services, request, 'enrol', (step) => advance(step, { type: 'continued' })),
  },
];

/** The key of an account's first app, or of one that is to take its place. */
export function showKey({ services, request, journey, account }: Step, stage: 'enrol' | 'new-app'): PageReply {
  if (!account || !journey.pendingTotp || !journey.pendingTotpKeyId) throw new OutOfStep();
  const { config, keys } = services;
  const secret = keys.open('totp', { keyId: journey.pendingTotpKeyId, sealed: journey.pendingTotp }, account.accountId).toString();
  const address = otpauthAddress(config.serviceName, account.email, secret);
  const { phone, email } = config.organisation;
  return {
    html: document(config, {
      title: stage === 'enrol' ? authenticator.title : factorTexts.changeApp.title,
      nonce: request.nonce,
      canCancel: true,
      content: html`<p>${authenticator.download}</p>
        <ul>
          <li><a href="${stores.ios}" rel="noreferrer">${authenticator.ios}</a></li>
          <li><a href="${stores.android}" rel="noreferrer">${authenticator.android}</a></li>
        </ul>
        <p>${authenticator.whenDownloaded}</p>
        <h2>${authenticator.scanHeading}</h2>
        <p>${authenticator.scan}</p>
        <div class="qr">${qrCode(address, authenticator.qrName)}</div>
        <details>
          <summary>${authenticator.cannotScan}</summary>
          <dl class="facts">
            <div>
              <dt>${authenticator.accountName}</dt>
              <dd>${config.serviceName}</dd>
            </div>
            <div>
              <dt>${authenticator.address}</dt>
              <dd>${account.email}</dd>
            </div>
            <div>
              <dt>${authenticator.key}</dt>
              <dd class="key" id="nyckel">${inGroups(secret)}</dd>
            </div>
          </dl>
          <p>
            <button class="button-secondary" type="button" data-copy="nyckel" data-copied="${authenticator.keyCopied}" hidden>
              ${authenticator.copyKey}
            </button>
            <span role="status"></span>
          </p>
          <p class="on-phone"><a href="${address}">${authenticator.openInApp}</a></p>
        </details>
        <details>
          <summary>${authenticator.stillProblems}</summary>
          <p>${authenticator.clock}</p>
          <p>${authenticator.contact(phone, email)}</p>
        </details>
        ${form(pathOf[stage], button(authenticator.continue[config.texts]))}`,
    }),
  };
}

/** Letters four and four, as one reads them aloud. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
