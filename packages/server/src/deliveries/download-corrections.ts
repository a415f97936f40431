import { correctionsPath, type CorrectionsForm } from '@insamling/contract';
import { csvLine } from '@insamling/survey/inert-text';
import { deliveryTexts, instantInShort } from '@insamling/texts';
import { displayNamesOf } from '../accounts/index.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { attachmentHeaders, type StreamRoute } from '../platform/http/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { correctionPlace, openText } from './data-key.ts';
import type { Found } from './find-delivery.ts';
import { netCorrections, type LoggedText } from './net-corrections.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { correctionsAfter, deliveryById, fileById } from './reader.ts';
import { variableById, variableName } from './view.ts';

const uuid = /^[0-9a-f-]{36}$/;
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
    insist(uuid.test(deliveryId) && uuid.test(fileId), 'request.not-found');
    const { name, content } = await streamCall.transaction(async (call) => {
      const found = await foundFile(call, deliveryId, fileId);
      const opened = await openedFile(call.services, call.db, found.delivery, found.file, false);
      const log = await textsOfLog(call, found, opened);
      await recordEvent(call.db, call.services.keys, call.now, {
        organisationId: call.unit.organisationId,
        unitId: call.unit.unitId,
        actor: call.actor.pseudonym,
        kind: 'delivery.corrections-fetched',
        object: deliveryId,
        outcome: 'done',
        details: { file: fileId, corrections: log.length },
        origin: call.origin,
      });
      return { name: found.file.name, content: form === 'json' ? asJson(log) : await asCsv(call, fileId, opened, log) };
    });
    const stem = name.replace(/\.[^.]*$/, '');
    return reply
      .type(mediaTypes[form])
      .headers(attachmentHeaders(`${stem}-${texts.fileName}.${form}`, `${texts.fileName}.${form}`))
      .send(content);
  },
}));

const texts = deliveryTexts.corrections;

async function foundFile({ db, unit }: UnitCall, deliveryId: string, fileId: string): Promise<Found> {
  const delivery = await deliveryById(db, unit, deliveryId);
  const file = delivery && (await fileById(db, unit.organisationId, fileId));
  insist(delivery && file?.deliveryId === deliveryId, 'request.not-found');
  insist(file.check === 'done', 'delivery.still-checking');
  return { delivery, file };
}

async function textsOfLog({ db }: UnitCall, { delivery, file }: Found, { dataKey }: OpenedFile): Promise<LoggedText[]> {
  const rows = await correctionsAfter(db, delivery.organisationId, file.id, 0);
  return rows.map(({ number, record, variable, sealedBefore, sealedAfter, by, at }) => ({
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

/** With a byte order mark, which spreadsheets need to read å, ä and ö. */
async function asCsv({ db }: UnitCall, fileId: string, { desk }: OpenedFile, log: readonly LoggedText[]): Promise<string> {
  const cells = netCorrections(log, (variable) => variableById(variable)?.number ?? 0);
  const rows = await desk.call(
    'rowsOf',
    fileId,
    cells.map(({ record }) => record),
  );
  const names = await displayNamesOf(
    db,
    cells.map(({ by }) => by),
  );
  const lines = cells.map(({ variable, before, after, by, at }, place) =>
    csvLine([
      rows[place],
      variableById(variable)?.number,
      variableName(variable),
      before,
      after,
      names.get(by) ?? '',
      instantInShort(at.toISOString()),
    ]),
  );
  return `\ufeff${csvLine(texts.csvHeader)}${lines.join('')}`;
}
