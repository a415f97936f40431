import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { countsWithExplained, totals } from './explained.ts';
import { lockForWork } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { deleteExplanation, saveCounts, touchDelivery } from './writer.ts';

/** Takes the explanation of one finding away: the warning waits for an answer again. */
export const withdrawExplanation = unitOperation('withdrawExplanation', {
  audit: ({ delivery, rule }) => ['delivery.explanation-withdrawn', delivery, { rule }],
  async run(call, { delivery: deliveryId, fileId, rule, finding }) {
    const { db, services, now, unit } = call;
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    insist((await deleteExplanation(db, unit.organisationId, delivery.id, rule, [finding])) > 0, 'delivery.no-findings');
    const opened = await openedFile(services, db, delivery, file, true);
    const counts = await countsWithExplained(db, services.keys, delivery, opened, file.id, (await opened.checked()).summary);
    await saveCounts(db, unit.organisationId, file.id, counts);
    const touched = await touchDelivery(db, unit.organisationId, delivery.id, now);
    await publish(db, 'delivery', unit);
    return { version: touched!.version, counts: totals(counts) };
  },
});
