import { randomUUID } from 'node:crypto';
import { uploadHeaders, uploadPath, type UploadResponse } from '@insamling/contract';
import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../platform/audit/index.ts';
import { FileTooLarge, type StoredFile } from '../platform/files/index.ts';
import { atPace, type StreamCall, type StreamRoute } from '../platform/http/index.ts';
import { publish } from '../platform/live/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { insist, problem } from '../platform/problem.ts';
import { unitDates } from '../extensions/index.ts';
import { periodFor, type Period } from '../periods/index.ts';
import { dataKeyOf, newDataKey } from './data-key.ts';
import { takesFile, type Delivery } from './delivery.ts';
import { agreeingWith, endingOf, type Ending } from './file-kind.ts';
import { fileName } from './file-name.ts';
import { actsForUnit } from './policy.ts';
import { deliveryOf, fileOfRequest, lockedDelivery } from './reader.ts';
import { enterUpload, leaveUpload } from './upload-slot.ts';
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
    const requestId = String(request.headers[uploadHeaders.requestId] ?? '');
    insist(/^[0-9a-f-]{36}$/.test(requestId), 'request.invalid', { field: uploadHeaders.requestId });
    const name = fileName(String(request.headers[uploadHeaders.name] ?? ''));
    const ending = endingOf(name);
    if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(most);
    insist(request.headers['content-type'] === 'application/octet-stream', 'request.unsupported-media-type');

    const { delivery, known, slot } = await call.transaction((inside) => placeForFile(inside, requestId));
    if (slot === undefined)
      return reply.send({ deliveryId: delivery.id, fileId: known, version: delivery.version } satisfies UploadResponse);
    const answer = await take(call, request, { delivery, requestId, name, ending }).finally(() => leaveUpload(call, slot));
    return reply.send(answer satisfies UploadResponse);
  },
};

interface Incoming {
  readonly delivery: Delivery;
  readonly requestId: string;
  readonly name: string;
  readonly ending: Ending;
}

/** Stores the bytes and registers them; nothing is left of a file that could not be registered. */
async function take(call: StreamCall, request: FastifyRequest, incoming: Incoming): Promise<UploadResponse> {
  const { delivery, requestId, name } = incoming;
  const { services } = call;
  const most = services.config.limits.uploadBytes;
  const fileId = randomUUID();
  const stored = await services.files
    .put(bytesOf(call, request, incoming), fileId, dataKeyOf(services.keys, delivery), most)
    .catch((error: unknown) => {
      throw error instanceof FileTooLarge ? tooLarge(most) : isCut(error) ? problem('delivery.upload-cut') : error;
    });
  try {
    insist(stored.bytes > 0, 'delivery.file-empty');
    const answer = await call.transaction((inside) =>
      registerFile(inside, delivery.id, { id: fileId, requestId, name, ...stored, uploadedBy: inside.actor.accountId }),
    );
    if (answer.fileId !== fileId) await services.files.remove(stored.storageKey);
    return answer;
  } catch (error) {
    await services.files.remove(stored.storageKey);
    throw error;
  }
}

const tooLarge = (most: number) => problem('delivery.file-too-large', { megabytes: Math.floor(most / 1_000_000) });

/**
 * The delivery the file goes into (made when this is its first), with a place among the uploads; or the file that an upload of the
 * same id became before.
 */
async function placeForFile(
  call: UnitCall,
  requestId: string,
): Promise<{ delivery: Delivery; known: string; slot: undefined } | { delivery: Delivery; known: undefined; slot: string }> {
  const { db, unit, now, services } = call;
  const period = await insistMayUpload(call);
  const id = randomUUID();
  if (!(await deliveryOf(db, unit, period.id)))
    await insertDelivery(db, unit, { id, periodId: period.id, ...newDataKey(services.keys, id) }, now);
  const delivery = (await deliveryOf(db, unit, period.id))!;
  const known = await fileOfRequest(db, unit.organisationId, delivery.id, requestId);
  if (known) return { delivery, known: known.id, slot: undefined };
  insist(!delivery.currentFileId || takesFile(delivery.state), 'delivery.wrong-state', { state: delivery.state });
  return { delivery, known: undefined, slot: await enterUpload(call) };
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

/** The bytes of the body as long as they come fast enough and are of the kind that the name says. */
function bytesOf({ services }: StreamCall, request: FastifyRequest, { ending }: Incoming): AsyncIterable<Uint8Array> {
  const { uploadSeconds, uploadStallSeconds, uploadLeastBytesPerSecond } = services.config.limits;
  const pace = { seconds: uploadSeconds, stallSeconds: uploadStallSeconds, leastBytesPerSecond: uploadLeastBytesPerSecond };
  return agreeingWith(ending, atPace(request, pace));
}

const isCut = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes((error as { code?: string }).code ?? '');

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
