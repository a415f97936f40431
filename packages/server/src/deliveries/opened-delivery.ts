import type { CellAddress, DeliveryFacts, Receipt } from '@insamling/survey';
import type { Services } from '../context.ts';
import { dayOf } from '../platform/clock.ts';
import type { Reader } from '../platform/db/index.ts';
import { referenceYearOf } from '../periods/index.ts';
import { unitFacts } from '../units/index.ts';
import { dataKeyOf } from './data-key.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import type { Checked, Corrected } from './engine/desk.ts';
import { deskFor, type RemoteDesk } from './engine/threads.ts';
import { deliveryOfLastYear, type DeliveryOfLastYear } from './last-year.ts';
import { lastCorrectionNumber, filesOf } from './reader.ts';
import { bytesOf, logAfter } from './stored-file.ts';

/** A delivery's file as it lies open in a thread, at the version the log has. */
export interface OpenedFile {
  readonly desk: RemoteDesk;
  /** Number of corrections in the log. */
  readonly version: number;
  readonly dataKey: Buffer;
  checked(): Promise<Checked>;
  receipt(): Promise<Receipt>;
  /** Makes a change ahead of the log; `forget` when the log did not get it after all. */
  correct(cell: CellAddress, text: string): Promise<Corrected>;
  forget(): Promise<void>;
}

/**
 * Opens a file: as it lies in its thread when it holds the log, with the log's tail when it is behind, else from its bytes.
 * A thread that is ahead of the log holds a change that is being written, or that was rolled back: for reading it will do;
 * for a change (`exact`, under the delivery's lock) it is opened anew. So is a file that lies beside another delivery of last year
 * than the one that is accepted now.
 */
export async function openedFile(
  services: Services,
  db: Reader,
  delivery: Delivery,
  file: DeliveryFileRow,
  exact: boolean,
): Promise<OpenedFile> {
  const desk = deskFor(delivery.id);
  const dataKey = dataKeyOf(services.keys, delivery);
  const version = await lastCorrectionNumber(db, delivery.organisationId, file.id);
  const lastYear = await deliveryOfLastYear(services, db, delivery);
  const held = await desk.call('versionOf', file.id, lastYear?.version);
  if (held === undefined || (exact && held > version)) {
    await desk.call(
      'open',
      file.id,
      await bytesOf(services, file, dataKey),
      await factsOf(db, delivery, file, lastYear),
      await referenceYearOf(db, delivery.periodId),
      await logAfter(db, delivery.organisationId, file, dataKey, 0),
      lastYear?.version,
    );
  } else if (held < version) {
    await desk.call('replay', file.id, held, await logAfter(db, delivery.organisationId, file, dataKey, held));
  }
  return {
    desk,
    version,
    dataKey,
    checked: async () => (await desk.call('checked', file.id))!,
    receipt: () => desk.call('receipt', file.id),
    correct: (cell, text) => desk.call('correct', file.id, cell, text),
    forget: () => desk.call('drop', file.id),
  };
}

/**
 * What the checks need to know beside the file: the unit, its employers, what it uploaded before this file in the period, and what
 * it delivered last year.
 */
async function factsOf(
  db: Reader,
  delivery: Delivery,
  file: DeliveryFileRow,
  lastYear: DeliveryOfLastYear | undefined,
): Promise<DeliveryFacts> {
  const earlier = (await filesOf(db, delivery.organisationId, delivery.id)).filter(({ number }) => number < file.number);
  return {
    ...(await unitFacts(db, delivery)),
    sha256: file.sha256,
    earlierUploads: earlier.map(({ sha256, uploadedAt }) => ({ sha256, uploadedOn: dayOf(uploadedAt) })),
    ...(lastYear ? { lastYear: await lastYear.read() } : {}),
  };
}
