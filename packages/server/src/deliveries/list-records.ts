import { november2026 } from '@insamling/survey/editions/november-2026';
import { unitOperation } from '../platform/operation.ts';
import { findDelivery } from './find-delivery.ts';
import { noteReading } from './note-reading.ts';
import { openedFile } from './opened-delivery.ts';
import { mask } from './view.ts';

/** The records, row for row, as they stand with their corrections. That they were read is an event. */
export const listRecords = unitOperation('listRecords', {
  async run(call, { delivery: deliveryId, offset, limit, reveal }) {
    const { delivery, file } = await findDelivery(call, deliveryId);
    const opened = await openedFile(call.services, call.db, delivery, file, false);
    const rows = await opened.desk.call('records', file.id, offset, limit);
    await noteReading(call, delivery, 'records.read', { offset, records: rows.length });
    if (reveal) await noteReading(call, delivery, 'records.personal-numbers-shown', { offset, records: rows.length });
    return {
      total: file.records,
      variables: november2026.variables.map(({ id, name, number }) => ({ variable: id, name, number })),
      rows: rows.map(({ record, row, texts }) => ({
        record,
        row,
        texts: texts.map((text, index) => mask(november2026.variables[index]?.id ?? '', text, reveal)),
      })),
    };
  },
});
