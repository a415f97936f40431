import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { findDelivery } from './find-delivery.ts';
import { noteReading } from './note-reading.ts';
import { openedFile } from './opened-delivery.ts';
import { isMasked, isVariable } from './view.ts';

/** One cell as it stands, for who must see a masked value to correct it. That it was shown is an event. */
export const showCell = unitOperation('showCell', {
  async run(call, { delivery: deliveryId, record, variable }) {
    const { delivery, file } = await findDelivery(call, deliveryId);
    insist(isVariable(variable), 'delivery.cell-unknown');
    const opened = await openedFile(call.services, call.db, delivery, file, false);
    const text = await opened.desk.call('text', file.id, { record, variable }).catch((error: unknown) => {
      insist(!(error instanceof RangeError), 'delivery.cell-unknown');
      throw error;
    });
    const kind = isMasked(variable, text, false) ? 'records.personal-numbers-shown' : 'records.read';
    await noteReading(call, delivery, kind, { record, variable });
    return { text };
  },
});
