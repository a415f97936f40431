import { factorTexts } from '@insamling/texts';
import type { Services } from '../../context.ts';
import { html, type Page, type PageReply } from '../../platform/http/index.ts';
import { showAppCode, turnedAway } from '../app-code.page.ts';
import { document, type PageFault } from '../layout.page.ts';
import { forgiveOwnMistakes, warnOfWrongCode } from '../sessions/sign-in-warning.ts';
import { advance, atStage, pathOf, record, type Step } from '../steps.ts';
import { spendTry } from '../writer.ts';
import { asJson, assertionIn } from './answer.ts';
import { inJourney } from './challenge.ts';
import { checkPasskey, passkeyRequest } from './check-passkey.ts';
import { passkeyForm } from './form.page.ts';

const texts = factorTexts.passkey;

/**
 * A passkey after the password: in the place of the app's code, or because the organisation asks for it. It cannot be guessed; tries
 * are counted to tell the owner of them.
 */
export const passkeyAfterPasswordPages = (services: Services): Page[] => [
  { method: 'GET', path: required, handle: (request) => atStage(services, request, 'sign-in-passkey', async (step) => showRequired(step)) },
  ...pagesAt(services, 'sign-in-passkey', required, showRequired),
  { method: 'GET', path: instead, handle: async () => ({ redirect: pathOf['sign-in-totp'] }) },
  ...pagesAt(services, 'sign-in-totp', instead, showInstead),
];

const required = pathOf['sign-in-passkey'];
const instead = `${pathOf['sign-in-totp']}/passkey`;

const pagesAt = (
  services: Services,
  stage: 'sign-in-totp' | 'sign-in-passkey',
  path: string,
  show: (step: Step, faults: readonly PageFault[]) => PageReply,
): Page[] => [
  {
    method: 'POST',
    path: `${path}/fraga`,
    handle: (request) =>
      atStage(services, request, stage, async ({ db, journey, tokenHash }) =>
        asJson(await passkeyRequest(db, services, journey.accountId, inJourney('second-factor', tokenHash), request.now)),
      ),
  },
  {
    method: 'POST',
    path,
    handle: (request) =>
      atStage(services, request, stage, async (step) => {
        const { db, journey, tokenHash } = step;
        if (!(await spendTry(db, tokenHash, stage, services.config.limits.totpTries))) return turnedAway(step, { is: 'challenge-spent' });
        const signed = assertionIn(request.form);
        const proven =
          signed &&
          journey.accountId !== null &&
          (await checkPasskey(db, services, journey.accountId, inJourney('second-factor', tokenHash), signed, request.now));
        if (proven) {
          await forgiveOwnMistakes(step);
          return advance(step, { type: 'passkey-used', isRight: true });
        }
        await warnOfWrongCode(step);
        await record(step, { kind: 'account.sign-in-failed', outcome: 'failed', details: { at: 'passkey' } });
        return show(step, [{ field: null, text: texts.refusedHere }]);
      }),
  },
];

const showInstead = ({ services, request, account }: Step, faults: readonly PageFault[]): PageReply =>
  showAppCode(services.config, request, { stage: 'sign-in-totp', account, faults });

function showRequired({ services: { config }, request }: Step, faults: readonly PageFault[] = []): PageReply {
  return {
    status: faults.length > 0 ? 422 : 200,
    html: document(config, {
      title: texts.requiredTitle,
      faults,
      nonce: request.nonce,
      canCancel: true,
      content: html`<p>${texts.requiredWhy}</p>
        ${passkeyForm({
          path: required,
          does: 'use',
          label: texts.use,
          nonce: request.nonce,
          isMain: true,
          otherwise: texts.notHere(config.organisation.phone),
        })}
        <p><a href="/hjalp#app">${texts.lost}</a></p>`,
    }),
  };
}
