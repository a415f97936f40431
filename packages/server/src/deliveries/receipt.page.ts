import { receiptPath, receiptProofPath } from '@insamling/contract';
import { checksumAloud, count, instantInWords, periodInWords, receiptTexts } from '@insamling/texts';
import { accountFrame, displayNamesOf } from '../accounts/index.ts';
import type { Services } from '../context.ts';
import { attachmentHeaders, html, type Page, type PageRequest } from '../platform/http/index.ts';
import { problem } from '../platform/problem.ts';
import { periodTitle } from '../periods/index.ts';
import { findUnit } from '../units/index.ts';
import { deliveryById, receiptByNumber, type ReceiptRow } from './reader.ts';

/** The receipt of a submission, to read, print and keep; complete without script. Another unit's is not found. */
export const receiptPage = (services: Services): Page => ({
  method: 'GET',
  path: receiptPath(':unit', ':number'),
  async handle(request) {
    const found = await receiptAskedFor(services, request);
    if ('redirect' in found) return found;
    const { receipt, unit, period } = found;
    const { nonce } = request;
    return {
      html: accountFrame(services.config, {
        title: receiptTexts.title,
        hasOwnHeading: true,
        nonce,
        content: content(receipt, unit, { ...period, by: found.by }),
      }),
    };
  },
});

/** What the receipt vouches for, as a file for `insamling receipt verify`. */
export const receiptProof = (services: Services): Page => ({
  method: 'GET',
  path: receiptProofPath(':unit', ':number'),
  async handle(request) {
    const found = await receiptAskedFor(services, request);
    if ('redirect' in found) return found;
    const { number, proof } = found.receipt;
    if (!proof) throw problem('request.not-found');
    return {
      headers: attachmentHeaders(`kvittens-${number}.json`, `kvittens-${number}.json`),
      body: { type: 'application/json', content: `${JSON.stringify(proof, null, 2)}\n` },
    };
  },
});

async function receiptAskedFor({ database }: Services, { actor, params, path }: PageRequest) {
  if (!actor) return { redirect: `/logga-in?retur=${encodeURIComponent(path)}` };
  const scope = { account: actor.accountId, side: actor.collectingRole ? ('collecting' as const) : undefined };
  const unit = await database.transaction(scope, (db) => findUnit(db, actor, params['unit'] ?? ''));
  if (!unit) throw problem('request.not-found');
  const found = await database.transaction({ ...scope, organisation: unit.organisationId }, async (db) => {
    const receipt = await receiptByNumber(db, unit, params['number'] ?? '');
    const delivery = receipt && (await deliveryById(db, unit, receipt.deliveryId));
    const period = delivery && (await periodTitle(db, delivery.periodId));
    if (!receipt || !period) return undefined;
    return { receipt, period, by: (await displayNamesOf(db, [receipt.submittedBy])).get(receipt.submittedBy) ?? '' };
  });
  if (!found) throw problem('request.not-found');
  return { ...found, unit };
}

interface PeriodTitle {
  readonly roundName: string;
  readonly kind: 'test' | 'submission';
}

function content(
  receipt: ReceiptRow,
  unit: { readonly code: string; readonly name: string },
  { roundName, kind, by }: PeriodTitle & { readonly by: string },
) {
  const rows: readonly (readonly [string, string])[] = [
    [receiptTexts.number, receipt.number],
    [receiptTexts.unit, `${unit.code} ${unit.name}`],
    [receiptTexts.period, periodInWords(roundName, kind)],
    [receiptTexts.at, instantInWords(receipt.submittedAt.toISOString())],
    [receiptTexts.by, by],
    [receiptTexts.file, receipt.fileName],
    [receiptTexts.records, count(receipt.records)],
    [receiptTexts.corrections, count(receipt.corrections)],
    [receiptTexts.explanations, count(receipt.explanations)],
    [receiptTexts.findings, receiptTexts.findingCounts(receipt.counts)],
    [receiptTexts.checksumAloud, checksumAloud(receipt.sha256)],
    [receiptTexts.checksum, receipt.sha256],
    ...(receipt.proof ? [[receiptTexts.proof, receipt.proof.digest] as const] : []),
  ];
  return html` <div class="notice ${receipt.isValid ? 'notice-done' : 'notice-warning'}">
      <h1 tabindex="-1" autofocus>${receipt.isValid ? receiptTexts.title : receiptTexts.titleOld}</h1>
      <p>${receiptTexts.number} <strong>${receipt.number}</strong></p>
      ${receipt.isValid ? '' : html`<p>${receiptTexts.old}</p>`}
    </div>
    <dl class="facts">
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <h2>${receiptTexts.nextTitle}</h2>
    <p>${receiptTexts.next}</p>
    <p class="buttons">
      <button class="button-secondary" type="button" data-print hidden>${receiptTexts.print}</button>
      ${receipt.proof ? html`<a class="button-secondary" href="${receiptProofPath(unit.code, receipt.number)}">${receiptTexts.proofFile}</a>` : ''}
      <a class="button-secondary" href="/e/${unit.code}/inlamning">${receiptTexts.back}</a>
    </p>`;
}
