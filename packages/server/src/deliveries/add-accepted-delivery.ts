import { createHash, randomUUID } from 'node:crypto';
import type { Services } from '../context.ts';
import type { UnitKey } from '../units/index.ts';
import { dataKeyOf, explanationPlace, findingMacs, newDataKey, sealText } from './data-key.ts';
import { countsWithExplained, totals } from './explained.ts';
import { openedFile } from './opened-delivery.ts';
import { deliveryOf, fileById } from './reader.ts';
import {
  beginCheck,
  finishCheck,
  insertDelivery,
  insertFile,
  insertReceipt,
  insertStep,
  moveDelivery,
  saveCounts,
  upsertExplanations,
} from './writer.ts';

/** A delivery that was made elsewhere and stands accepted from the start: an earlier round that is brought along. */
export interface BroughtDelivery {
  readonly unit: UnitKey & { readonly code: string };
  readonly periodId: string;
  readonly file: Uint8Array;
  readonly fileName: string;
  readonly by: string;
  readonly at: Date;
  /** Said of every warning, since an accepted delivery has none unanswered. */
  readonly explanation: string;
}

/**
 * Brings an accepted delivery along: the file stored and checked as any other, its warnings explained, its receipt written.
 * One that stands already is left as it is, so a run that was cut off can be repeated.
 */
export async function addAcceptedDelivery(
  services: Services,
  { unit, periodId, file, fileName, by, at, explanation }: BroughtDelivery,
): Promise<void> {
  const { database, files, keys } = services;
  const scope = { organisation: unit.organisationId };
  const delivery = await database.transaction(scope, async (db) => {
    const id = randomUUID();
    await insertDelivery(db, unit, { id, periodId, ...newDataKey(keys, id) }, at);
    return (await deliveryOf(db, unit, periodId))!;
  });
  if (delivery.state === 'accepted') return;
  const fileId = randomUUID();
  const stored = await files.put(oneChunk(file), fileId, dataKeyOf(keys, delivery), file.length);
  await database.transaction(scope, async (db) => {
    await insertFile(
      db,
      unit.organisationId,
      delivery.id,
      { id: fileId, requestId: randomUUID(), name: fileName, ...stored, uploadedBy: by },
      at,
    );
    await moveDelivery(
      db,
      unit.organisationId,
      delivery.id,
      { to: 'received', from: ['received'], expectedVersion: null, currentFileId: fileId },
      at,
    );
    await beginCheck(db, unit.organisationId, fileId);
    const row = (await fileById(db, unit.organisationId, fileId))!;
    const opened = await openedFile(services, db, delivery, row, true);
    const checked = await opened.checked();
    if (checked.isFatal || checked.summary.errors > 0) throw new Error(`The file brought along for ${unit.code} has errors`);
    await finishCheck(db, unit.organisationId, fileId, checked, at);
    for (const rule of new Set(checked.summary.counts.filter(({ severity }) => severity === 'warning').map((count) => count.rule))) {
      const macs = new Set((await opened.desk.call('keys', fileId, [rule])).map(({ key }) => findingMacs(keys, delivery, key, false)[0]!));
      const sealed = [...macs].map((findingMac) => ({
        findingMac,
        sealedText: sealText(opened.dataKey, explanation, explanationPlace(delivery.id, findingMac)),
      }));
      await upsertExplanations(db, unit.organisationId, delivery.id, rule, 'verified', by, sealed, at);
    }
    const counts = await countsWithExplained(db, keys, delivery, opened, fileId, checked.summary);
    await saveCounts(db, unit.organisationId, fileId, counts);
    await moveDelivery(db, unit.organisationId, delivery.id, { to: 'accepted', from: ['received'], expectedVersion: null }, at);
    for (const state of ['submitted', 'accepted'] as const)
      await insertStep(db, unit.organisationId, delivery.id, { state, by: by, note: '' }, at);
    const sum = totals(counts);
    await insertReceipt(
      db,
      unit.organisationId,
      {
        number: receiptNumberOf(at, unit.code, stored.sha256),
        deliveryId: delivery.id,
        fileId,
        submittedBy: by,
        fileName,
        sha256: stored.sha256,
        records: checked.records,
        corrections: 0,
        explanations: sum.warnings,
        counts: sum,
        proof: await opened.receipt(),
      },
      at,
    );
    await opened.forget();
  });
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The same file brought along twice has the same number. */
const receiptNumberOf = (at: Date, code: string, sha256: string): string =>
  `${at.getUTCFullYear()}-${code}-${createHash('sha256').update(`${code}${sha256}`).digest('hex').slice(0, 6).toUpperCase()}`;
