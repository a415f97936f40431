import { accountTexts } from '@insamling/texts';
import type { Services } from '../context.ts';
import { html, type Html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { button, document, field, form, requiredLine, type PageFault } from './layout.page.ts';
import { choosePassword, type PasswordFault } from './choose-password.ts';
import { hashPassword } from './password-hash.ts';
import { advance, atStage, pathOf, type Step } from './steps.ts';

const { password: texts } = accountTexts;

/** The new password, twice. The app and the password become valid together, when both are right. */
export const passwordPages = (services: Services): Page[] => [
  { method: 'GET', path: pathOf.password, handle: (request) => atStage(services, request, 'password', async (step) => show(step)) },
  { method: 'POST', path: pathOf.password, handle: (request) => choose(services, request) },
];

/** Looked at first, hashed between two transactions and saved in the second: a hash is slow, and a database connection is dear. */
async function choose(services: Services, request: PageRequest): Promise<PageReply> {
  const { losenord: password = '', bekrafta: confirmation = '' } = request.form;
  const judged = (accept: (step: Step, save: (hash: string) => Promise<boolean>) => Promise<PageReply>) =>
    atStage(services, request, 'password', async (step) => {
      const choice = choosePassword(step, password, confirmation);
      if ('save' in choice) return accept(step, choice.save);
      return show(
        step,
        choice.faults.map((fault) => said(fault, services.config.limits.passwordMinLength)),
      );
    });
  let isAcceptable = false;
  const answer = await judged(async () => {
    isAcceptable = true;
    return {};
  });
  if (!isAcceptable) return answer;
  const hash = await hashPassword(password);
  return judged((step, save) => advance(step, { type: 'password-chosen', isAcceptable: true }, { save: () => save(hash) }));
}

export function said(fault: PasswordFault, least: number): PageFault {
  switch (fault.is) {
    case 'missing':
      return { field: 'losenord', text: texts.missing };
    case 'confirmation-missing':
      return { field: 'bekrafta', text: texts.confirmMissing };
    case 'different':
      return { field: 'bekrafta', text: texts.different };
    case 'too-long':
      return { field: 'losenord', text: texts.tooLong };
    case 'common':
      return { field: 'losenord', text: texts.common };
    case 'weak': {
      const lacking = [...(fault.isShort ? [texts.lengthMissing(least)] : []), ...fault.classes.map((one) => texts.classMissing[one])];
      return { field: 'losenord', text: texts.weakBecause(lacking.join(', ')) };
    }
  }
}

function show({ services, request }: Step, faults: readonly PageFault[] = []): PageReply {
  const { config } = services;
  const least = config.limits.passwordMinLength;
  return {
    status: faults.length > 0 ? 422 : 200,
    html: document(config, {
      title: texts.title,
      faults,
      nonce: request.nonce,
      canCancel: true,
      content: html`${requiredLine} ${form(pathOf.password, html`${newPasswordFields(least, faults)} ${button(texts.continue)}`)}`,
    }),
  };
}

/** The rules, and the new password twice. */
export const newPasswordFields = (least: number, faults: readonly PageFault[]): Html =>
  html`<div id="krav">
      <p>${texts.help(least)}</p>
      <ul class="checklist" data-checks="losenord">
        ${(['upper', 'lower', 'digit', 'special'] as const).map((one) => html`<li data-class="${one}">${texts.classes[one]}</li>`)}
      </ul>
    </div>
    ${field({ id: 'losenord', label: texts.fresh, type: 'password', autocomplete: 'new-password', describedBy: 'krav', faults })}
    ${field({ id: 'bekrafta', label: texts.confirm, type: 'password', autocomplete: 'new-password', faults })}
    <p>
      <button class="button-quiet" type="button" data-reveal="losenord bekrafta" data-other="${texts.hide}" hidden>${texts.show}</button>
    </p>`;
