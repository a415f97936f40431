import { accountTexts, factorTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import type { Account } from './account.ts';
import { checkAppCode, type Verdict } from './app-code.ts';
import { countCodeTry, type CountedTry } from './code-try.ts';
import { button, document, field, form, requiredLine, type PageFault } from './layout.page.ts';
import { passkeyForm } from './passkeys/form.page.ts';
import { showSignIn } from './sign-in-form.page.ts';
import { abandon, advance, atStage, pathOf, recoveryPath, type Step } from './steps.ts';

const { appCode, signIn, verify } = accountTexts;

/** The six digits of the app: on the way in for the first time, after a forgotten password, at every sign-in, and of a new app. */
export const appCodePages = (services: Services): Page[] => [...pagesAt(services, 'totp'), ...pagesAt(services, 'sign-in-totp')];

type AppCodeStage = 'totp' | 'sign-in-totp';
const titles: Readonly<Record<AppCodeStage, string>> = { totp: verify.title, 'sign-in-totp': signIn.title };

const pagesAt = (services: Services, stage: AppCodeStage): Page[] => [
  {
    method: 'GET',
    path: pathOf[stage],
    handle: (request) =>
      atStage(services, request, stage, async ({ account }) => showAppCode(services.config, request, { stage, account })),
  },
  {
    method: 'POST',
    path: pathOf[stage],
    handle: (request) => {
      const typed = request.form['kod']?.trim();
      const again = ({ account }: Step, text: string) =>
        showAppCode(services.config, request, { stage, account, faults: [{ field: 'kod', text }] });
      if (!typed) return atStage(services, request, stage, async (step) => again(step, appCode.missing[services.config.texts]));
      const answer = async (step: Step, counted: CountedTry) => {
        const verdict = await checkAppCode(step, typed, counted);
        if (verdict.is === 'right') return advance(step, { type: 'app-code-entered', isRight: true }, { beside: verdict.spent });
        return verdict.is === 'wrong' ? again(step, appCode.wrong) : turnedAway(step, verdict);
      };
      return atStage(services, request, stage, answer, (db, tokenHash) => countCodeTry(db, services, request, tokenHash, stage));
    },
  },
];

/** The challenge is over: the person begins anew, and is told what stands in the way. */
export function turnedAway(step: Step, verdict: Verdict): Promise<PageReply> {
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

interface Shown {
  readonly stage: AppCodeStage;
  readonly account: Account | undefined;
  readonly faults?: readonly PageFault[];
}

/** At sign-in a passkey or a recovery code may take the place of the code; after a forgotten password neither may. */
export function showAppCode(config: Config, request: PageRequest, { stage, account, faults = [] }: Shown): PageReply {
  const isSignIn = stage === 'sign-in-totp';
  return {
    status: faults.length > 0 ? 422 : 200,
    html: document(config, {
      title: titles[stage],
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
        ${
          isSignIn &&
          account?.hasPasskey &&
          passkeyForm({ path: `${pathOf[stage]}/passkey`, does: 'use', label: factorTexts.passkey.use, nonce: request.nonce })
        }
        ${isSignIn && html`<p><a href="${recoveryPath}">${factorTexts.recovery.use}</a></p>`}
        ${account?.status === 'active' && html`<p><a href="/hjalp#app">${appCode.noApp}</a></p>`}`,
    }),
  };
}
