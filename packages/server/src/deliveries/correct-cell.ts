import type { CorrectionEffectView } from '@insamling/contract';
import type { CellAddress } from '@insamling/survey';
import { displayNamesOf } from '../accounts/index.ts';
import { publish } from '../platform/live/index.ts';
import { unitOperation, type UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { correctionPlace, findingMacs, openText, sealText } from './data-key.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import type { Corrected } from './engine/desk.ts';
import { countsWithExplained, totals } from './explained.ts';
import { lockForWork } from './find-delivery.ts';
import { findingViews } from './list-findings.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { correctionOfRequest, explanationsOf, lastCorrectionOf, ruleCounts, type CorrectionRow } from './reader.ts';
import { isRepeat, repeated } from './repeated.ts';
import { isMasked, isVariable, mask } from './view.ts';
import { appendCorrection, saveCounts, touchDelivery } from './writer.ts';

/** Changes one cell: the engine says what came and went, the log gets the old and the new text sealed. */
export const correctCell = unitOperation('correctCell', {
  audit: ({ delivery, record, variable, requestId }, effect) =>
    isRepeat(effect)
      ? null
      : ['delivery.cell-corrected', delivery, { record, variable, correction: effect.correction, request: requestId }],
  async run(call, { delivery: deliveryId, fileId, record, variable, text, seenText, requestId }) {
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    insist(isVariable(variable), 'delivery.cell-unknown');
    const known = await correctionOfRequest(call.db, delivery.organisationId, file.id, requestId);
    const opened = await openedFile(call.services, call.db, delivery, file, true);
    if (known) return answerAgain(call, delivery, file, opened, known);
    await insistSeen(call, delivery, file, opened, { record, variable }, seenText);
    return changeCell(call, delivery, file, opened, { record, variable }, text, { requestId, undoes: null });
  },
});

/** The change itself, for a correction and for taking one back. The delivery is locked. */
export async function changeCell(
  call: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  cell: CellAddress,
  text: string,
  how: { readonly requestId: string; readonly undoes: number | null },
): Promise<CorrectionEffectView> {
  const { db, now, actor, services, unit } = call;
  const number = opened.version + 1;
  const effect = await opened.correct(cell, text).catch((error: unknown) => refuseCell(error));
  try {
    await appendCorrection(
      db,
      unit.organisationId,
      file.id,
      {
        number,
        ...cell,
        requestId: how.requestId,
        sealedBefore: sealText(opened.dataKey, effect.before, correctionPlace(file.id, number, 'before')),
        sealedAfter: sealText(opened.dataKey, effect.after, correctionPlace(file.id, number, 'after')),
        undoes: how.undoes,
        by: actor.accountId,
      },
      now,
    );
    const counts = await countsWithExplained(db, services.keys, delivery, opened, file.id, effect.summary);
    await saveCounts(db, unit.organisationId, file.id, counts);
    const touched = await touchDelivery(db, unit.organisationId, delivery.id, now);
    await publish(db, 'delivery', unit);
    return await view(call, delivery, file, opened, { number, cell, effect, version: touched!.version, counts: totals(counts) });
  } catch (error) {
    await opened.forget(); // the thread is ahead of a log that did not get the change
    throw error;
  }
}

/** A cell that holds another text than the user saw, in whole or masked, was changed by somebody else meanwhile. */
async function insistSeen(
  { db }: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  cell: CellAddress,
  seenText: string | null,
): Promise<void> {
  const current = await opened.desk.call('text', file.id, cell).catch((error: unknown) => refuseCell(error));
  if (seenText === null || seenText === current || seenText === mask(cell.variable, current, false)) return;
  const last = await lastCorrectionOf(db, delivery.organisationId, file.id, cell.record, cell.variable);
  const names = await displayNamesOf(db, last ? [last.by] : []);
  insist(false, 'delivery.cell-changed-meanwhile', {
    by: last ? (names.get(last.by) ?? '') : '',
    at: last?.at.toISOString() ?? null,
    text: mask(cell.variable, current, false),
  });
}

function refuseCell(error: unknown): never {
  insist(!(error instanceof RangeError && /wrong number/.test(error.message)), 'delivery.cannot-correct');
  insist(!(error instanceof RangeError), 'delivery.cell-unknown');
  throw error;
}

/** The same request came twice: what it did the first time, with the counts as they are now. */
export async function answerAgain(
  { db }: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  row: CorrectionRow,
): Promise<CorrectionEffectView> {
  const textOf = (side: 'before' | 'after') =>
    openText(opened.dataKey, side === 'before' ? row.sealedBefore : row.sealedAfter, correctionPlace(file.id, row.number, side));
  return repeated({
    version: delivery.version,
    correction: row.number,
    record: row.record,
    variable: row.variable,
    ...maskedChange(row.variable, textOf('before'), textOf('after')),
    resolved: [],
    raised: [],
    counts: totals(await ruleCounts(db, delivery.organisationId, file.id)),
  });
}

const maskedChange = (variable: string, before: string, after: string) => ({
  before: mask(variable, before, false),
  after: mask(variable, after, false),
  isMasked: isMasked(variable, before, false) || isMasked(variable, after, false),
});

interface Change {
  readonly number: number;
  readonly cell: CellAddress;
  readonly effect: Corrected;
  readonly version: number;
  readonly counts: CorrectionEffectView['counts'];
}

async function view(
  call: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  { number, cell, effect, version, counts }: Change,
): Promise<CorrectionEffectView> {
  const explanations = new Map((await explanationsOf(call.db, delivery.organisationId, delivery.id)).map((row) => [row.findingMac, row]));
  return {
    version,
    correction: number,
    ...cell,
    ...maskedChange(cell.variable, effect.before, effect.after),
    resolved: effect.resolved.map(({ key, rule, record }) => ({
      id: findingMacs(call.services.keys, delivery, key, false)[0]!,
      rule,
      record,
    })),
    raised: await findingViews(call, delivery, file, opened, effect.raised, explanations, false),
    counts,
  };
}
