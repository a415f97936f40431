import { accountTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { html, type Html, type Page } from '../platform/http/index.ts';
import { document } from './layout.page.ts';
import { noticeText } from './notice.page.ts';

const { accessibility, help, notice, rights } = accountTexts;

/** What anybody may read, signed in or not: help, personal data, accessibility. */
export const aboutPages = ({ config }: Services): Page[] => [
  about(config, '/hjalp', help.title, helpText(config)),
  about(config, '/personuppgifter', notice.title, html`${noticeText(config)}${rightsText()}`),
  about(config, '/tillganglighet', accessibility.title(config.serviceName), statement(config)),
];

const about = (config: Config, path: string, title: string, content: Html): Page => ({
  method: 'GET',
  path,
  handle: async () => ({
    html: document(config, {
      title,
      content: html`${content}
        <p><a href="/">${accountTexts.error.toStart}</a></p>`,
    }),
  }),
});

const helpText = ({ organisation: { phone, email }, signInProviders }: Config): Html =>
  html`<h2>${help.signInHeading}</h2>
    <ol>
      ${help.signInSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <h2>${help.nextHeading}</h2>
    <ul>
      ${[...help.next, ...(signInProviders.length > 0 ? [help.nextElsewhere] : [])].map((way) => html`<li>${way}</li>`)}
    </ul>
    ${signInProviders.length > 0 && html`<p>${help.nextElsewhereFails}</p>`}
    <p>${help.nextRequired}</p>
    <h2>${help.forgottenHeading}</h2>
    <p>${help.forgotten}</p>
    <h2 id="app">${help.noAppHeading}</h2>
    <ul>
      ${help.noApp.map((way) => html`<li>${way}</li>`)}
    </ul>
    <p>${help.noAppElse(phone)}</p>
    <p>${help.noPasskey(phone)}</p>
    <h2>${help.noMailHeading}</h2>
    <p>${help.noMail}</p>
    <h2>${help.contactHeading}</h2>
    <p>${help.phone}: ${phone}</p>
    <p>${help.email}: <a href="mailto:${email}">${email}</a></p>`;

const rightsText = (): Html =>
  html`<h2>${rights.heading}</h2>
    <ul>
      ${rights.items.map((item) => html`<li>${item}</li>`)}
    </ul>
    <p><a href="${rights.complainAddress}">${rights.complain}</a></p>
    <h2>${rights.logHeading}</h2>
    <p>${rights.log}</p>
    <h2>${rights.cookiesHeading}</h2>
    <p>${rights.cookies}</p>`;

const statement = ({ serviceName, organisation: { name, email, phone } }: Config): Html =>
  html`<p>${accessibility.intro(name, serviceName)}</p>
    <h2>${accessibility.statusHeading}</h2>
    <p>${accessibility.status}</p>
    <h2>${accessibility.faultsHeading}</h2>
    <ul>
      ${accessibility.faults.map((fault) => html`<li>${fault}</li>`)}
    </ul>
    <h2>${accessibility.burdenHeading}</h2>
    <p>${accessibility.burden}</p>
    <h2>${accessibility.assessedHeading}</h2>
    <p>${accessibility.assessed}</p>
    <p>${accessibility.updated}</p>
    <h2>${accessibility.reportHeading}</h2>
    <p>${accessibility.report}</p>
    <p>
      <a href="mailto:${email}?subject=${encodeURIComponent(accessibility.reportSubject)}">${accessibility.reportLink}</a>
      (${email}, ${phone})
    </p>
    <h2>${accessibility.supervisionHeading}</h2>
    <p>${accessibility.supervision}</p>
    <p><a href="${accessibility.supervisionAddress}">${accessibility.supervisionLink}</a></p>`;
