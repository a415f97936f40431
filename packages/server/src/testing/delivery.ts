import { randomUUID } from 'node:crypto';
import { uploadHeaders, uploadPath, type DeliveryView, type UploadResponse } from '@insamling/contract';
import { generate } from '@insamling/survey/generator';
import { browserHeaders, Refused, type Portal, type TestPerson } from './portal.ts';

/** A cell of a file: record counted from 1, field by its number in the record layout. */
export interface Change {
  readonly record: number;
  readonly field: number;
  readonly text: string;
}

/** A small synthetic file with nothing to remark on, but for the cells that are changed. */
export function novemberFile(unit: string, records: number, ...changes: readonly Change[]): Buffer {
  const rows = Buffer.from(generate({ unit, records, seed: 11, year: 2026 }).file)
    .toString('latin1')
    .split('\r\n')
    .map((row) => row.split(';'));
  for (const { record, field, text } of changes) rows[record - 1]![field - 1] = text;
  return Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
}

/** Sends a file as the browser does. @throws Refused */
export async function upload(
  portal: Portal,
  person: TestPerson,
  unit: string,
  bytes: Uint8Array,
  { name = 'november.csv', requestId = randomUUID() as string } = {},
): Promise<UploadResponse> {
  const response = await portal.app.inject({
    method: 'POST',
    url: uploadPath(unit),
    headers: {
      ...browserHeaders,
      cookie: person.cookie,
      'content-type': 'application/octet-stream',
      [uploadHeaders.name]: encodeURIComponent(name),
      [uploadHeaders.requestId]: requestId,
    },
    payload: Buffer.from(bytes),
  });
  if (response.statusCode >= 400) throw new Refused(response.statusCode, response.json());
  return response.json<UploadResponse>();
}

/** Waits until the server's own check of the newest file is done. */
export async function checked(person: TestPerson, unit: string, patienceSeconds = 30): Promise<DeliveryView> {
  for (let attempt = 0; attempt < patienceSeconds * 20; attempt += 1) {
    const view = await person.ask('showDelivery', { unit });
    if (view.file && (view.file.check === 'done' || view.file.check === 'failed')) return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${patienceSeconds} s for a check`);
}

/** A file on its place: sent, checked, and how the delivery stands then. */
export async function delivered(
  portal: Portal,
  person: TestPerson,
  unit: string,
  bytes: Uint8Array,
): Promise<DeliveryView & { readonly id: string }> {
  await upload(portal, person, unit, bytes);
  const view = await checked(person, unit);
  return { ...view, id: view.id! };
}
