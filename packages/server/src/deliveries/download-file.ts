import { filePath } from '@insamling/contract';
import { Readable } from 'node:stream';
import { attachmentHeaders, type StreamRoute } from '../platform/http/index.ts';
import { dataKeyOf } from './data-key.ts';
import { findFile } from './find-delivery.ts';
import { noteFetching } from './note-reading.ts';

/** The bytes of an uploaded file as they came. That it was fetched is an event. */
export const downloadFile: StreamRoute = {
  method: 'GET',
  path: filePath(':unit', ':delivery', ':file'),
  async handle(streamCall, request, reply) {
    const { delivery: deliveryId = '', file: fileId = '' } = request.params as Record<string, string>;
    const { services } = streamCall;
    const { delivery, file } = await streamCall.transaction(async (call) => {
      const found = await findFile(call, deliveryId, fileId);
      await noteFetching(call, found.delivery, 'delivery.file-fetched', { file: fileId });
      return found;
    });
    return reply
      .type('application/octet-stream')
      .headers(attachmentHeaders(file.name, file.name.toLowerCase().endsWith('.xlsx') ? 'inlamning.xlsx' : 'inlamning.csv'))
      .header('content-length', String(file.bytes))
      .send(Readable.from(services.files.read(file.storageKey, file.id, dataKeyOf(services.keys, delivery))));
  },
};
