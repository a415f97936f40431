import type { CellChange } from '@insamling/survey';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { correctTogether, remedyAgain } from './correct-together.ts';
import { lockForWork } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { correctionOfRequest } from './reader.ts';
import { isRepeat } from './repeated.ts';

/** Mends a whole column as a systematic question proposes: one request, one event, a correction a cell. */
export const applyRemedy = unitOperation('applyRemedy', {
  audit: ({ delivery, key, requestId }, effect) =>
    isRepeat(effect)
      ? null
      : [
          'delivery.column-corrected',
          delivery,
          { rule: key.split(' ')[0]!, corrections: effect.corrected, first: effect.first, request: requestId },
        ],
  async run(call, { delivery: deliveryId, fileId, key, choice, requestId }) {
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    const known = await correctionOfRequest(call.db, delivery.organisationId, file.id, requestId);
    const opened = await openedFile(call.services, call.db, delivery, file, true);
    if (known) return remedyAgain(call, delivery, file, known);
    const changes: readonly CellChange[] = await opened.desk.call('remedyOf', file.id, key, choice).catch((error: unknown) => {
      insist(!(error instanceof RangeError && /no such question|no remedy/.test(error.message)), 'delivery.question-gone');
      insist(!(error instanceof RangeError), 'delivery.choice-invalid');
      throw error;
    });
    insist(changes.length > 0, 'delivery.question-gone');
    return correctTogether(call, delivery, file, opened, changes, { requestId, undoes: null });
  },
});
