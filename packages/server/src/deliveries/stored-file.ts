import type { Services } from '../context.ts';
import type { Reader } from '../platform/db/index.ts';
import { inSlices } from '../platform/in-slices.ts';
import { correctionPlace, openText } from './data-key.ts';
import type { DeliveryFileRow } from './delivery.ts';
import type { LoggedCorrection } from './engine/desk.ts';
import { correctionsAfter } from './reader.ts';

/** The bytes as they were uploaded. */
export async function bytesOf(services: Services, file: DeliveryFileRow, dataKey: Uint8Array): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.bytes);
  let at = 0;
  for await (const piece of services.files.read(file.storageKey, file.id, dataKey)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  if (at !== file.bytes) throw new Error('a stored file has another length than it was registered with');
  return bytes;
}

/** The log of a file from a number on (exclusive). */
export async function logAfter(
  db: Reader,
  organisationId: string,
  file: DeliveryFileRow,
  dataKey: Uint8Array,
  number: number,
): Promise<LoggedCorrection[]> {
  const rows = await correctionsAfter(db, organisationId, file.id, number);
  return inSlices(rows, (row) => ({
    record: row.record,
    variable: row.variable,
    text: openText(dataKey, row.sealedAfter, correctionPlace(file.id, row.number, 'after')),
  }));
}
