import { recordLayoutTexts as texts } from '@insamling/texts';
import { accountFrame } from '../accounts/index.ts';
import type { Services } from '../context.ts';
import { attachmentHeaders, html, type Html, type Page } from '../platform/http/index.ts';
import type { LayoutField } from './record-layout.ts';

/** How the file is to look, and one that does: for anybody, signed in or not, since who makes the export may have no account. */
export const recordLayoutPages = ({ config }: Services, fields: readonly LayoutField[], example: () => Promise<string>): Page[] => [
  {
    method: 'GET',
    path: '/postbeskrivning',
    handle: async () => ({ html: accountFrame(config, { title: texts.title, content: content(fields) }) }),
  },
  {
    method: 'GET',
    path: '/exempelfil.csv',
    handle: async () => ({
      headers: attachmentHeaders(texts.fileName, texts.fileName),
      body: { type: 'text/csv; charset=utf-8', content: await example() },
    }),
  },
];

const content = (fields: readonly LayoutField[]): Html =>
  html`${texts.about(fields.length).map((sentence) => html`<p>${sentence}</p>`)}
    <p><a href="/exempelfil.csv" download>${texts.example}</a> <span class="muted">${texts.exampleHelp}</span></p>
    <ol class="layout">
      ${fields.map(
        ({ number, name, form, length, decimals, meaning, codeList }) =>
          html`<li id="falt-${String(number)}">
            <h2>${texts.field(number, name)}</h2>
            <p>${meaning}.</p>
            <dl class="facts">
              ${fact(texts.form, texts.forms[form])} ${fact(texts.length, texts.atMost(length))}
              ${decimals > 0 && fact(texts.decimals, texts.implied(decimals))} ${codeList && fact(texts.codeList, codeList)}
            </dl>
          </li>`,
      )}
    </ol>`;

const fact = (name: string, value: string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
