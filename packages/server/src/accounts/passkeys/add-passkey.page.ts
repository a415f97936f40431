import { factorTexts } from '@insamling/texts';
import type { Services } from '../../context.ts';
import { html, type Page, type PageReply } from '../../platform/http/index.ts';
import { document, plainField, type PageFault } from '../layout.page.ts';
import { advance, atStage, OutOfStep, pathOf, record, type Step } from '../steps.ts';
import { tellOwner } from '../tell-owner.ts';
import { asJson, attestationIn } from './answer.ts';
import { inJourney } from './challenge.ts';
import { createPasskey, passkeyCreation } from './create-passkey.ts';
import { passkeyForm } from './form.page.ts';

const texts = factorTexts.passkey;
const path = pathOf['add-passkey'];

/** On the way in, for who has no passkey and acts for an organisation that asks for one. */
export const addPasskeyPages = (services: Services): Page[] => [
  { method: 'GET', path, handle: (request) => atStage(services, request, 'add-passkey', async (step) => show(step)) },
  {
    method: 'POST',
    path: `${path}/fraga`,
    handle: (request) =>
      atStage(services, request, 'add-passkey', async ({ db, account, tokenHash }) => {
        if (!account) throw new OutOfStep();
        return asJson(await passkeyCreation(db, services, account, inJourney('add', tokenHash), request.now));
      }),
  },
  { method: 'POST', path, handle: (request) => atStage(services, request, 'add-passkey', add) },
];

async function add(step: Step): Promise<PageReply> {
  const { db, services, request, account, tokenHash } = step;
  const answer = attestationIn(request.form);
  const name = (request.form['namn'] ?? '').trim().slice(0, 60) || texts.firstName;
  const passkey =
    answer && account && (await createPasskey(db, services, account.accountId, inJourney('add', tokenHash), { answer, name }, request.now));
  if (!passkey) return show(step, [{ field: null, text: texts.notAdded }]);
  const save = async () => {
    await record(step, { kind: 'account.passkey-added', outcome: 'done', details: { passkey: passkey.passkeyId } });
    await tellOwner({ db, services, now: request.now }, passkey.accountId, 'passkey-added');
    return true;
  };
  return advance(step, { type: 'passkey-added' }, { save });
}

const show = ({ services: { config }, request }: Step, faults: readonly PageFault[] = []): PageReply => ({
  status: faults.length > 0 ? 422 : 200,
  html: document(config, {
    title: texts.addTitle,
    faults,
    nonce: request.nonce,
    canCancel: true,
    content: html`<p>${texts.addWhy}</p>
      <p>${texts.what}</p>
      ${passkeyForm({
        path,
        does: 'make',
        label: texts.add,
        nonce: request.nonce,
        isMain: true,
        fields: plainField({ id: 'namn', label: texts.name, hint: texts.nameHint, value: texts.firstName, most: 60 }),
        otherwise: texts.notHere(config.organisation.phone),
      })}`,
  }),
});
