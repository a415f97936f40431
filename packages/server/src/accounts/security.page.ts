import { accountTexts, securityPolicyTexts as texts } from '@insamling/texts';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { html, type Html, type Page } from '../platform/http/index.ts';
import { document } from './layout.page.ts';

const [policyPath, textPath] = ['/sakerhet', '/.well-known/security.txt'];
/** Under a year, as RFC 9116 asks; made anew at every request, so that it never goes stale. */
const validDays = 180;

/** How to report a flaw: for people, and as security.txt (RFC 9116) for the machines that look for it. */
export const securityPages = ({ config }: Services): Page[] => [
  { method: 'GET', path: policyPath, handle: async () => ({ html: document(config, { title: texts.title, content: policy(config) }) }) },
  {
    method: 'GET',
    path: textPath,
    handle: async ({ now }) => ({ body: { type: 'text/plain; charset=utf-8', content: securityText(config, now) } }),
  },
];

export function securityText({ publicUrl, securityContact }: Pick<Config, 'publicUrl' | 'securityContact'>, now: Date): string {
  const expires = new Date(now.getTime() + validDays * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  return [
    `Contact: ${addressOf(securityContact)}`,
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${publicUrl}${textPath}`,
    `Policy: ${publicUrl}${policyPath}`,
    '',
  ].join('\r\n');
}

const addressOf = (contact: string): string => (contact.startsWith('https://') ? contact : `mailto:${contact}`);

const list = (items: readonly string[]): Html =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

const policy = ({ securityContact }: Config): Html =>
  html`<p>${texts.intro}</p>
    <h2>${texts.howHeading}</h2>
    <p>${texts.how}</p>
    <p>${texts.never}</p>
    <h2>${texts.addressHeading}</h2>
    <p><a href="${addressOf(securityContact)}">${securityContact}</a></p>
    <h2>${texts.promiseHeading}</h2>
    ${list(texts.promises)}
    <h2>${texts.limitsHeading}</h2>
    ${list(texts.limits)}
    <p><a href="/">${accountTexts.error.toStart}</a></p>`;
