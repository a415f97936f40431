import { correctionsPath, type CorrectionsForm } from '@insamling/contract';
import { csvFile } from '@insamling/survey/inert-text';
import { displayNamesOf } from '../accounts/index.ts';
import { attachmentHeaders, type StreamRoute } from '../platform/http/index.ts';
import { inSlices } from '../platform/in-slices.ts';
import type { UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { correctionRows, correctionsName } from './corrections.page.ts';
import { correctionPlace, dataKeyOf, openText } from './data-key.ts';
import { findFile, type Found } from './find-delivery.ts';
import { netCorrections, type LoggedText } from './net-corrections.ts';
import { noteFetching } from './note-reading.ts';
import { openedFile } from './opened-delivery.ts';
import { correctionsAfter } from './reader.ts';
import { variableById } from './view.ts';

const mediaTypes: Readonly<Record<CorrectionsForm, string>> = { csv: 'text/csv; charset=utf-8', json: 'application/json' };

/**
 * The corrections of a file as a file. As JSON the whole log, oldest first, which `insamling` takes beside the file; as CSV the cells
 * that are others than in the file now, a row each: what is to be put right where the file came from. That they were fetched is an
 * event.
 */
export const downloadCorrections: StreamRoute[] = (['csv', 'json'] as const).map((form) => ({
  method: 'GET',
  path: correctionsPath(':unit', ':delivery', ':file', form),
  async handle(streamCall, request, reply) {
    const { delivery: deliveryId = '', file: fileId = '' } = request.params as Record<string, string>;
    const { name, content } = await streamCall.transaction(async (call) => {
      const found = await findFile(call, deliveryId, fileId);
      insist(found.file.check === 'done', 'delivery.still-checking');
      const log = await textsOfLog(call, found);
      await noteFetching(call, found.delivery, 'delivery.corrections-fetched', { file: fileId, corrections: log.length });
      return { name: found.file.name, content: form === 'json' ? asJson(log) : await asCsv(call, found, log) };
    });
    return reply
      .type(mediaTypes[form])
      .headers(attachmentHeaders(`${correctionsName(name)}.${form}`, `${correctionsName('inlamning')}.${form}`))
      .send(content);
  },
}));

async function textsOfLog({ db, services }: UnitCall, { delivery, file }: Found): Promise<LoggedText[]> {
  const dataKey = dataKeyOf(services.keys, delivery);
  const rows = await correctionsAfter(db, delivery.organisationId, file.id, 0);
  return inSlices(rows, ({ number, record, variable, sealedBefore, sealedAfter, by, at }) => ({
    record,
    variable,
    before: openText(dataKey, sealedBefore, correctionPlace(file.id, number, 'before')),
    after: openText(dataKey, sealedAfter, correctionPlace(file.id, number, 'after')),
    by,
    at,
  }));
}

/** A correction a line, so that two logs can be compared line by line. */
const asJson = (log: readonly LoggedText[]): string =>
  log.length === 0
    ? '[]\n'
    : `[\n${log.map(({ record, variable, after }) => JSON.stringify({ record, variable, text: after })).join(',\n')}\n]\n`;

async function asCsv({ db, services }: UnitCall, { delivery, file }: Found, log: readonly LoggedText[]): Promise<string> {
  const { desk } = await openedFile(services, db, delivery, file, false);
  const cells = netCorrections(log, (variable) => variableById(variable)?.number ?? 0);
  const rows = await desk.call(
    'rowsOf',
    file.id,
    cells.map(({ record }) => record),
  );
  const names = await displayNamesOf(
    db,
    cells.map(({ by }) => by),
  );
  return csvFile(correctionRows(cells, rows, names));
}
