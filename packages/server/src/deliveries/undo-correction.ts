import { brokenConstraint } from '../platform/db/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { answerAgain, changeCell } from './correct-cell.ts';
import { correctionPlace, openText } from './data-key.ts';
import { findDelivery, lockForWork } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { correctionByNumber, correctionOfRequest, standingOf } from './reader.ts';
import { isRepeat } from './repeated.ts';

/** Takes a correction back by a correction of its own: the log only grows. Only what its cell holds can be taken back, once. */
export const undoCorrection = unitOperation('undoCorrection', {
  audit: ({ delivery, correction: undone }, effect) =>
    isRepeat(effect)
      ? null
      : [
          'delivery.correction-undone',
          delivery,
          { record: effect.record, variable: effect.variable, correction: effect.correction, undone },
        ],
  async run(call, { delivery: deliveryId, correction: number, requestId }) {
    const { file: current } = await findDelivery(call, deliveryId);
    const { delivery, file } = await lockForWork(call, deliveryId, current.id);
    const opened = await openedFile(call.services, call.db, delivery, file, true);
    const known = await correctionOfRequest(call.db, delivery.organisationId, file.id, requestId);
    if (known) return answerAgain(call, delivery, file, opened, known);
    const row = await correctionByNumber(call.db, delivery.organisationId, file.id, number);
    insist(row, 'request.not-found');
    const standing = await standingOf(call.db, delivery.organisationId, file.id, row.record, row.variable);
    insist(standing?.number === number, 'delivery.already-undone');
    const before = openText(opened.dataKey, row.sealedBefore, correctionPlace(file.id, number, 'before'));
    return changeCell(call, delivery, file, opened, { record: row.record, variable: row.variable }, before, {
      requestId,
      undoes: number,
    }).catch((error: unknown) => {
      insist(brokenConstraint(error) !== 'correction_undone_once', 'delivery.already-undone');
      throw error;
    });
  },
});
