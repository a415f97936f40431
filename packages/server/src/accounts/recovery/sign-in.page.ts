import { factorTexts } from '@insamling/texts';
import type { Services } from '../../context.ts';
import { html, type Page, type PageReply } from '../../platform/http/index.ts';
import { turnedAway } from '../app-code.page.ts';
import { countCodeTry, type CountedTry } from '../code-try.ts';
import { button, document, field, form, requiredLine, type PageFault } from '../layout.page.ts';
import { forgiveOwnMistakes, warnOfWrongCode } from '../sessions/sign-in-warning.ts';
import { advance, atStage, pathOf, recoveryPath, type Step } from '../steps.ts';
import { checkRecoveryCode } from './check-recovery-code.ts';

const texts = factorTexts.recovery;

/** A recovery code in the place of the app's code, after the password: the same stage, the same count of tries. */
export const recoverySignInPages = (services: Services): Page[] => [
  { method: 'GET', path: recoveryPath, handle: (request) => atStage(services, request, 'sign-in-totp', async (step) => show(step)) },
  {
    method: 'POST',
    path: recoveryPath,
    handle: (request) => {
      const typed = request.form['aterstallningskod']?.trim();
      const again = (step: Step, text: string) => show(step, [{ field: 'aterstallningskod', text }]);
      if (!typed) return atStage(services, request, 'sign-in-totp', async (step) => again(step, texts.missing));
      const answer = async (step: Step, counted: CountedTry) => {
        const { db, account } = step;
        if (!account || !counted.isSpent) return turnedAway(step, { is: 'challenge-spent' });
        const typing = { db, services, now: request.now, origin: request.origin, counted, whenWrong: () => warnOfWrongCode(step) };
        const verdict = await checkRecoveryCode(typing, account, typed);
        if (verdict.is === 'right') await forgiveOwnMistakes(step);
        if (verdict.is === 'right') return advance(step, { type: 'recovery-code-entered', isRight: true });
        return verdict.is === 'wrong' ? again(step, texts.wrong) : turnedAway(step, verdict);
      };
      return atStage(services, request, 'sign-in-totp', answer, (db, tokenHash) =>
        countCodeTry(db, services, request, tokenHash, 'sign-in-totp'),
      );
    },
  },
];

const show = ({ services: { config }, request }: Step, faults: readonly PageFault[] = []): PageReply => ({
  status: faults.length > 0 ? 422 : 200,
  html: document(config, {
    title: texts.signInTitle,
    faults,
    nonce: request.nonce,
    canCancel: true,
    content: html`<p>${texts.signInIntro}</p>
      ${requiredLine}
      ${form(
        recoveryPath,
        html`${field({ id: 'aterstallningskod', label: texts.code, type: 'text', autocomplete: 'off', hint: texts.codeHint, faults })}
        ${button(texts.signIn)}`,
      )}
      <p><a href="${pathOf['sign-in-totp']}">${texts.backToApp}</a></p>
      <p><a href="/hjalp#app">${texts.noCodes}</a></p>`,
  }),
});
