import { federationTexts as texts } from '@insamling/texts';
import type { Config, SignInProvider } from '../../config.ts';
import type { Services } from '../../context.ts';
import { html, type Page, type PageReply } from '../../platform/http/index.ts';
import { Problem } from '../../platform/problem.ts';
import { document } from '../layout.page.ts';
import { outcomes, providerPaths, type Outcome } from './paths.ts';

/** What came of a visit to a provider, when it did not open the portal. */
export const outcomePages = ({ config, relyingParty }: Services): Page[] => [
  {
    method: 'GET',
    path: providerPaths.outcome,
    async handle({ params }) {
      const provider = relyingParty.find(params['leverantor']);
      const outcome = outcomes.find((one) => one === params['utfall']);
      if (!provider || !outcome) throw new Problem('request.not-found');
      return showOutcome(config, provider, outcome);
    },
  },
];

/** One page for every reason why a sign-in was not let in: that somebody has an account is told to nobody. */
export function showOutcome(config: Config, { name }: SignInProvider, outcome: Outcome): PageReply {
  const { title, paragraphs, reasons, onward } = texts.outcomes[outcome](name, config.organisation.phone);
  return {
    html: document(config, {
      title,
      content: html`${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
        ${
          reasons.length > 0 &&
          html`<ul>
            ${reasons.map((reason) => html`<li>${reason}</li>`)}
          </ul>`
        }
        <p><a class="button" href="${onward === 'sign-in' ? '/logga-in' : '/'}">${texts.onwardTo[onward]}</a></p>`,
    }),
  };
}
