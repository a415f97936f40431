import { accountTexts, factorTexts } from '@insamling/texts';
import type { Services } from '../../context.ts';
import { html, type Page, type PageReply, type PageRequest } from '../../platform/http/index.ts';
import type { Actor } from '../../platform/operation.ts';
import { confirmation, confirmByRecoveryPath, faultOf } from '../confirm.page.ts';
import { confirmPath, returnOf, signedIn, withReturn } from '../confirmed.ts';
import { button, document, field, form, hiddenField, requiredLine, type PageFault } from '../layout.page.ts';
import { checkOwnPassword } from '../own-password.ts';
import { checkRecoveryCode } from './check-recovery-code.ts';

const { confirm, recovery: texts } = factorTexts;

/** For who has lost the app and is still inside: a recovery code, and the password with it, since a code alone is worth nothing. */
export const confirmByRecoveryPages = (services: Services): Page[] => [
  {
    method: 'GET',
    path: confirmByRecoveryPath,
    handle: (request) => signedIn(request, async () => show(services, request)),
  },
  { method: 'POST', path: confirmByRecoveryPath, handle: (request) => signedIn(request, (actor) => check(services, request, actor)) },
];

async function check(services: Services, request: PageRequest, actor: Actor): Promise<PageReply> {
  const { losenord: password = '', aterstallningskod: code = '' } = request.form;
  const faults: PageFault[] = [
    ...(password === '' ? [{ field: 'losenord', text: accountTexts.signIn.passwordMissing }] : []),
    ...(code.trim() === '' ? [{ field: 'aterstallningskod', text: texts.missing }] : []),
  ];
  if (faults.length > 0) return show(services, request, faults);
  const known = await checkOwnPassword(services, request, actor.accountId, password);
  if (known.is === 'paused') return show(services, request, [{ field: null, text: accountTexts.signIn.paused(known.minutes) }]);
  if (known.is === 'wrong') return show(services, request, [{ field: 'losenord', text: confirm.passwordWrong }]);
  const outcome = await services.database.transaction({}, async (db) => {
    const verdict = await checkRecoveryCode({ db, services, now: request.now, origin: request.origin }, actor, code);
    if (verdict.is === 'right') return confirmation(db, services, request, actor, 'recovery-code');
    return verdict.is === 'wrong' ? { field: 'aterstallningskod', text: texts.wrong } : faultOf(verdict, services);
  });
  return 'text' in outcome ? show(services, request, [outcome]) : outcome;
}

function show({ config }: Services, request: PageRequest, faults: readonly PageFault[] = []): PageReply {
  const to = returnOf(request);
  return {
    status: faults.length > 0 ? 422 : 200,
    html: document(config, {
      title: texts.use,
      faults,
      nonce: request.nonce,
      canCancel: true,
      content: html`<p>${texts.confirmIntro}</p>
        ${requiredLine}
        ${form(
          confirmByRecoveryPath,
          html`${hiddenField('retur', to)}
          ${field({ id: 'losenord', label: accountTexts.signIn.password, type: 'password', autocomplete: 'current-password', faults })}
          ${field({ id: 'aterstallningskod', label: texts.code, type: 'text', autocomplete: 'off', hint: texts.codeHint, faults })}
          ${button(confirm.confirm)}`,
        )}
        <p><a href="${withReturn(confirmPath, to)}">${texts.backToApp}</a></p>`,
    }),
  };
}
