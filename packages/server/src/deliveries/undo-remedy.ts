import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { correctTogether, remedyAgain } from './correct-together.ts';
import { correctionPlace, openText } from './data-key.ts';
import { lockForWork } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { correctionOfRequest, standingBetween } from './reader.ts';
import { isRepeat } from './repeated.ts';

/** Takes back what a remedy did to a column. A cell that was changed after it keeps its newer value. */
export const undoRemedy = unitOperation('undoRemedy', {
  audit: ({ delivery, first, last, requestId }, effect) =>
    isRepeat(effect) ? null : ['delivery.column-restored', delivery, { corrections: effect.corrected, first, last, request: requestId }],
  async run(call, { delivery: deliveryId, fileId, first, last, requestId }) {
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    const known = await correctionOfRequest(call.db, delivery.organisationId, file.id, requestId);
    const opened = await openedFile(call.services, call.db, delivery, file, true);
    if (known) return remedyAgain(call, delivery, file, known);
    const rows = await standingBetween(call.db, delivery.organisationId, file.id, first, last);
    insist(rows.length > 0, 'delivery.already-undone');
    const changes = rows.map((row) => ({
      record: row.record,
      variable: row.variable,
      text: openText(opened.dataKey, row.sealedBefore, correctionPlace(file.id, row.number, 'before')),
    }));
    return correctTogether(call, delivery, file, opened, changes, { requestId, undoes: rows.map(({ number }) => number) });
  },
});
