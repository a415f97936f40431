import { randomUUID } from 'node:crypto';
import { uploadHeaders, uploadPath, type UploadResponse } from '@insamling/contract';
import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../platform/audit/index.ts';
import { FileTooLarge, type StoredFile } from '../platform/files/index.ts';
import type { StreamCall, StreamRoute } from '../platform/http/index.ts';
import { publish } from '../platform/live/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { insist, problem } from '../platform/problem.ts';
import { unitDates } from '../extensions/index.ts';
import { periodFor, type Period } from '../periods/index.ts';
import { dataKeyOf, newDataKey } from './data-key.ts';
import { takesFile, type Delivery } from './delivery.ts';
import { fileName } from './file-name.ts';
import { actsForUnit } from './policy.ts';
import { deliveryOf, fileOfRequest, lockedDelivery } from './reader.ts';
import { insertDelivery, insertFile, insertStep, moveDelivery } from './writer.ts';

/**
 * Takes a file: allowed before a byte is read, counted while it streams, stored sealed, then registered as the delivery's next
 * version and put in the queue for checking. The same upload sent again, by its id, is answered as the first was.
 */
export const uploadFile: StreamRoute = {
  method: 'POST',
  path: uploadPath(':unit'),
  async handle(call, request, reply) {
    const { services } = call;
    const most = services.config.limits.uploadBytes;
    const megabytes = Math.floor(most / 1_000_000);
    const requestId = String(request.headers[uploadHeaders.requestId] ?? '');
    insist(/^[0-9a-f-]{36}$/.test(requestId), 'request.invalid', { field: uploadHeaders.requestId });
    const name = fileName(String(request.headers[uploadHeaders.name] ?? ''));
    insist(Number(request.headers['content-length'] ?? 0) <= most, 'delivery.file-too-large', { megabytes });
    insist(request.headers['content-type'] === 'application/octet-stream', 'request.unsupported-media-type');

    const { delivery, known } = await call.transaction((inside) => placeForFile(inside, requestId));
    if (known) return reply.send({ deliveryId: delivery.id, fileId: known, version: delivery.version } satisfies UploadResponse);
    const fileId = randomUUID();
    const stored = await store(call, request, fileId, dataKeyOf(services.keys, delivery), most).catch((error: unknown) => {
      throw error instanceof FileTooLarge
        ? problem('delivery.file-too-large', { megabytes })
        : isCut(error, request)
          ? problem('delivery.upload-cut')
          : error;
    });
    try {
      insist(stored.bytes > 0, 'delivery.file-empty');
      const answer = await call.transaction((inside) =>
        registerFile(inside, delivery.id, { id: fileId, requestId, name, ...stored, uploadedBy: inside.actor.accountId }),
      );
      if (answer.fileId !== fileId) await services.files.remove(stored.storageKey);
      return await reply.send(answer satisfies UploadResponse);
    } catch (error) {
      await services.files.remove(stored.storageKey);
      throw error;
    }
  },
};

/** The delivery the file goes into (made when this is its first), and the file that an upload of the same id became before. */
async function placeForFile(call: UnitCall, requestId: string): Promise<{ delivery: Delivery; known: string | undefined }> {
  const { db, unit, now, services } = call;
  const period = await insistMayUpload(call);
  const id = randomUUID();
  if (!(await deliveryOf(db, unit, period.id)))
    await insertDelivery(db, unit, { id, periodId: period.id, ...newDataKey(services.keys, id) }, now);
  const delivery = (await deliveryOf(db, unit, period.id))!;
  const known = await fileOfRequest(db, unit.organisationId, delivery.id, requestId);
  insist(known || !delivery.currentFileId || takesFile(delivery.state), 'delivery.wrong-state', { state: delivery.state });
  return { delivery, known: known?.id };
}

async function insistMayUpload({ db, unit, actor, today }: UnitCall): Promise<Period> {
  insist(actsForUnit({ unitRole: unit.role, collectingRole: actor.collectingRole }), 'delivery.not-allowed');
  const period = await periodFor(db, today);
  insist(period, 'period.none-open');
  const { lastUploadOn, closesOn } = await unitDates(db, unit, period);
  insist(today <= closesOn, 'period.closed', { closesOn });
  insist(today <= lastUploadOn, 'period.upload-closed', { lastUploadOn });
  return period;
}

async function store(
  { services }: StreamCall,
  request: FastifyRequest,
  fileId: string,
  dataKey: Buffer,
  most: number,
): Promise<StoredFile> {
  const timer = setTimeout(() => request.raw.destroy(new Error('the upload took too long')), services.config.limits.uploadSeconds * 1000);
  try {
    return await services.files.put(request.body as AsyncIterable<Uint8Array>, fileId, dataKey, most);
  } finally {
    clearTimeout(timer);
  }
}

const isCut = (error: unknown, request: FastifyRequest): boolean =>
  request.raw.destroyed || ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes((error as { code?: string }).code ?? '');

type Registered = StoredFile & { readonly id: string; readonly requestId: string; readonly name: string; readonly uploadedBy: string };

/** What was allowed before the bytes came may no longer be: it is asked again, with the delivery locked. */
async function registerFile(call: UnitCall, deliveryId: string, file: Registered): Promise<UploadResponse> {
  const { db, unit, now, services, actor, origin } = call;
  await insistMayUpload(call);
  const delivery = await lockedDelivery(db, unit, deliveryId);
  insist(delivery, 'request.not-found');
  const known = await fileOfRequest(db, unit.organisationId, deliveryId, file.requestId);
  if (known) return { deliveryId, fileId: known.id, version: delivery.version };
  insist(!delivery.currentFileId || takesFile(delivery.state), 'delivery.wrong-state', { state: delivery.state });
  await insertFile(db, unit.organisationId, deliveryId, file, now);
  const moved = await moveDelivery(
    db,
    unit.organisationId,
    deliveryId,
    { to: 'received', from: ['received', 'validated', 'returned'], expectedVersion: null, currentFileId: file.id },
    now,
  );
  await insertStep(db, unit.organisationId, deliveryId, { state: 'received', by: actor.accountId, note: '' }, now);
  await services.jobs.enqueue(db, 'check-delivery', { organisationId: unit.organisationId, deliveryId, fileId: file.id });
  await publish(db, 'delivery', unit);
  await recordEvent(db, services.keys, now, {
    organisationId: unit.organisationId,
    unitId: unit.unitId,
    actor: actor.pseudonym,
    kind: 'delivery.file-uploaded',
    object: deliveryId,
    outcome: 'done',
    details: { file: file.id, bytes: file.bytes, sha256: file.sha256 },
    origin,
  });
  return { deliveryId, fileId: file.id, version: moved?.version ?? delivery.version };
}
