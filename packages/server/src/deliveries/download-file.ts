import { filePath } from '@insamling/contract';
import { Readable } from 'node:stream';
import { recordEvent } from '../platform/audit/index.ts';
import { attachmentHeaders, type StreamRoute } from '../platform/http/index.ts';
import { insist } from '../platform/problem.ts';
import { dataKeyOf } from './data-key.ts';
import { deliveryById, fileById } from './reader.ts';

const uuid = /^[0-9a-f-]{36}$/;

/** The bytes of an uploaded file as they came. That it was fetched is an event. */
export const downloadFile: StreamRoute = {
  method: 'GET',
  path: filePath(':unit', ':delivery', ':file'),
  async handle(call, request, reply) {
    const { delivery: deliveryId = '', file: fileId = '' } = request.params as Record<string, string>;
    insist(uuid.test(deliveryId) && uuid.test(fileId), 'request.not-found');
    const { services, origin } = call;
    const { delivery, file } = await call.transaction(async ({ db, unit, actor, now }) => {
      const found = await deliveryById(db, unit, deliveryId);
      const version = found && (await fileById(db, unit.organisationId, fileId));
      insist(found && version?.deliveryId === deliveryId, 'request.not-found');
      await recordEvent(db, services.keys, now, {
        organisationId: unit.organisationId,
        unitId: unit.unitId,
        actor: actor.pseudonym,
        kind: 'delivery.file-fetched',
        object: deliveryId,
        outcome: 'done',
        details: { file: fileId },
        origin,
      });
      return { delivery: found, file: version };
    });
    return reply
      .type('application/octet-stream')
      .headers(attachmentHeaders(file.name, file.name.toLowerCase().endsWith('.xlsx') ? 'inlamning.xlsx' : 'inlamning.csv'))
      .header('content-length', String(file.bytes))
      .send(Readable.from(services.files.read(file.storageKey, file.id, dataKeyOf(services.keys, delivery))));
  },
};
