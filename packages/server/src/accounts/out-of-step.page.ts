import { accountTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import { html, type PageReply } from '../platform/http/index.ts';
import { document } from './layout.page.ts';

/** What a browser sees that asks for a step it does not stand at. `onward`: the page of the step it does stand at, if any. */
export const showOutOfStep = (config: Config, onward: string | undefined): PageReply => ({
  status: 409,
  html: document(config, {
    title: accountTexts.outOfStep.title,
    canCancel: true,
    content: html`<p>${accountTexts.outOfStep.text}</p>
      <p><a class="button" href="${onward ?? '/logga-in'}">${onward ? accountTexts.outOfStep.onward : accountTexts.startAgain}</a></p>`,
  }),
});
