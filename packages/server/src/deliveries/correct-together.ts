import { randomUUID } from 'node:crypto';
import type { Output } from '@insamling/contract';
import type { CellChange } from '@insamling/survey';
import { publish } from '../platform/live/index.ts';
import { inSlices } from '../platform/in-slices.ts';
import type { UnitCall } from '../platform/operation.ts';
import { correctionPlace, sealText } from './data-key.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import { countsWithExplained, totals } from './explained.ts';
import type { OpenedFile } from './opened-delivery.ts';
import { lastTogether, ruleCounts, type CorrectionRow } from './reader.ts';
import { repeated } from './repeated.ts';
import { appendCorrections, saveCounts, touchDelivery } from './writer.ts';

type Effect = Output<'applyRemedy'>;

/**
 * Changes many cells at once: a correction each in the log, written together. The delivery is locked.
 * @param how the request's id stands on the first correction, so that the same request is known again; `undoes` in the order of the changes
 */
export async function correctTogether(
  call: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  changes: readonly CellChange[],
  how: { readonly requestId: string; readonly undoes: readonly number[] | null },
): Promise<Effect> {
  const { db, now, actor, services, unit } = call;
  const first = opened.version + 1;
  const { before, summary } = await opened.desk.call('correctMany', file.id, changes);
  try {
    const corrections = await inSlices(changes, ({ record, variable, text }, place) => {
      const number = first + place;
      return {
        number,
        record,
        variable,
        requestId: place === 0 ? how.requestId : randomUUID(),
        sealedBefore: sealText(opened.dataKey, before[place]!.text, correctionPlace(file.id, number, 'before')),
        sealedAfter: sealText(opened.dataKey, text, correctionPlace(file.id, number, 'after')),
        undoes: how.undoes?.[place] ?? null,
        by: actor.accountId,
      };
    });
    await appendCorrections(db, unit.organisationId, file.id, actor.accountId, corrections, now);
    const counts = await countsWithExplained(db, services.keys, delivery, opened, file.id, summary);
    await saveCounts(db, unit.organisationId, file.id, counts);
    const touched = await touchDelivery(db, unit.organisationId, delivery.id, now);
    await publish(db, 'delivery', unit);
    return { version: touched!.version, corrected: changes.length, first, last: first + changes.length - 1, counts: totals(counts) };
  } catch (error) {
    await opened.forget(); // the thread is ahead of a log that did not get the changes
    throw error;
  }
}

/** The same request came twice: what it did the first time, with the counts as they are now. */
export async function remedyAgain({ db }: UnitCall, delivery: Delivery, file: DeliveryFileRow, known: CorrectionRow): Promise<Effect> {
  const [first, last] = [known.number, await lastTogether(db, delivery.organisationId, file.id, known.number)];
  const counts = totals(await ruleCounts(db, delivery.organisationId, file.id));
  return repeated({ version: delivery.version, corrected: last - first + 1, first, last, counts });
}
