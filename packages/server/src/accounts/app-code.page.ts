import { accountTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { checkAppCode, type Verdict } from './app-code.ts';
import { button, document, field, form, requiredLine, type PageFault } from './layout.page.ts';
import { showSignIn } from './sign-in-form.page.ts';
import { abandon, advance, atStage, pathOf, type Step } from './steps.ts';

const { appCode, signIn, verify } = accountTexts;

/** The six digits of the app: on the way in for the first time, after a forgotten password, and at every sign-in. */
export const appCodePages = (services: Services): Page[] => [
  ...pagesAt(services, 'totp', verify.title),
  ...pagesAt(services, 'sign-in-totp', signIn.title),
];

const pagesAt = (services: Services, stage: 'totp' | 'sign-in-totp', title: string): Page[] => [
  {
    method: 'GET',
    path: pathOf[stage],
    handle: (request) =>
      atStage(services, request, stage, async ({ account }) =>
        show(services.config, request, { stage, title, isEnrolled: account?.status === 'active' }),
      ),
  },
  {
    method: 'POST',
    path: pathOf[stage],
    handle: (request) =>
      atStage(services, request, stage, async (step) => {
        const again = (text: string) =>
          show(services.config, request, { stage, title, isEnrolled: step.account?.status === 'active', faults: [{ field: 'kod', text }] });
        if (!request.form['kod']?.trim()) return again(appCode.missing[services.config.texts]);
        const verdict = await checkAppCode(step, request.form['kod']);
        if (verdict.is === 'right') return advance(step, { type: 'app-code-entered', isRight: true });
        return verdict.is === 'wrong' ? again(appCode.wrong) : turnedAway(step, verdict);
      }),
  },
];

/** The challenge is over: the person begins anew, and is told what stands in the way. */
function turnedAway(step: Step, verdict: Verdict): Promise<PageReply> {
  const {
    services: { config },
    request,
    journey,
  } = step;
  const text =
    verdict.is === 'account-paused'
      ? signIn.paused(verdict.minutes)
      : verdict.is === 'account-blocked'
        ? signIn.blocked(config.organisation.phone)
        : journey.kind === 'sign-in'
          ? signIn.spent
          : signIn.startAgain;
  return abandon(step, showSignIn(config, request, { faults: [{ field: null, text }], returnPath: journey.returnPath ?? '' }));
}

function show(
  config: Config,
  request: PageRequest,
  {
    stage,
    title,
    isEnrolled,
    faults = [],
  }: { stage: 'totp' | 'sign-in-totp'; title: string; isEnrolled: boolean; faults?: readonly PageFault[] },
): PageReply {
  return {
    status: faults.length > 0 ? 422 : 200,
    html: document(config, {
      title,
      faults,
      nonce: request.nonce,
      canCancel: true,
      content: html`<p>${appCode.intro}</p>
        ${requiredLine}
        ${form(
          pathOf[stage],
          html`${field({ id: 'kod', label: appCode.label, type: 'text', autocomplete: 'one-time-code', isNumeric: true, faults })}
          ${button(appCode.button)}`,
        )}
        ${isEnrolled && html`<p><a href="/hjalp#app">${appCode.noApp}</a></p>`}`,
    }),
  };
}
