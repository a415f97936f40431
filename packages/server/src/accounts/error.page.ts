import { accountTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import { html, type Html } from '../platform/http/index.ts';
import { document } from './layout.page.ts';

const { error } = accountTexts;

/** What a person sees when an address cannot be answered: what to do, and a number to mention; nothing of the machine. */
export const errorPage = (
  config: Config,
  { status, message, reference }: { readonly status: number; readonly message: string; readonly reference: string },
): Html => {
  const title = error.title[status] ?? (status >= 500 ? error.anyTitle : error.refusedTitle);
  return document(config, {
    title,
    content: html`${`${title}.` !== message && html`<p>${message}</p>`}
      <p class="hint">${error.reference(reference)}</p>
      <p><a href="/">${error.toStart}</a></p>`,
  });
};
