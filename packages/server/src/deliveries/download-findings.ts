import { findingsPath, mostFetchedFindings } from '@insamling/contract';
import { csvFile, csvLine } from '@insamling/survey/inert-text';
import { attachmentHeaders, type StreamRoute } from '../platform/http/index.ts';
import { inSlices } from '../platform/in-slices.ts';
import type { UnitCall } from '../platform/operation.ts';
import { explanationPlace, findingMacs, openText } from './data-key.ts';
import type { Delivery } from './delivery.ts';
import type { FindingRow } from './engine/desk.ts';
import { findDelivery, insistIds, type Found } from './find-delivery.ts';
import { findingCells, findingsHeader, findingsName, leftOut } from './findings.page.ts';
import { noteFetching } from './note-reading.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { explanationsOf } from './reader.ts';
import { findingView } from './view.ts';

/** Findings that a thread hands over at a time. */
const atOnce = 2000;

/** Who corrects without a pause does not keep the list from coming. */
const mostBeginnings = 5;

/** What the file said before a cell was corrected stands in the file of corrections. */
const nothingCorrected = new Map<string, string>();

/**
 * The findings of a delivery as they stand now, a row each, worst first: to go through where the file came from. Personal numbers are
 * hidden as in the lists. That they were fetched is an event.
 */
export const downloadFindings: StreamRoute = {
  method: 'GET',
  path: findingsPath(':unit', ':delivery'),
  async handle(streamCall, request, reply) {
    const { delivery: deliveryId = '' } = request.params as Record<string, string>;
    insistIds(deliveryId);
    const { name, content } = await streamCall.transaction(async (call) => {
      const found = await findDelivery(call, deliveryId);
      const { lines, findings } = await linesOf(call, found);
      await noteFetching(call, found.delivery, 'delivery.findings-fetched', { file: found.file.id, findings });
      return { name: found.file.name, content: lines.join('') };
    });
    return reply
      .type('text/csv; charset=utf-8')
      .headers(attachmentHeaders(`${findingsName(name)}.csv`, `${findingsName('inlamning')}.csv`))
      .send(content);
  },
};

/**
 * Begun anew when somebody corrects the file meanwhile: what has
 * gone would leave a gap between two pieces, or a finding stand in both.
 */
async function linesOf(call: UnitCall, { delivery, file }: Found): Promise<{ readonly lines: string[]; readonly findings: number }> {
  const opened = await openedFile(call.services, call.db, delivery, file, false);
  const commentOn = await commentsOf(call, delivery, opened);
  const head = csvFile([findingsHeader]);
  const lines = [head];
  const lineOf = (row: FindingRow) =>
    csvLine(findingCells(findingView(row, '', nothingCorrected, null, false), commentOn(row.finding.rule, row.finding.key)));
  let begunAt: number | undefined;
  let findings = 0;
  let beginnings = 1;
  for (let isLast = false; !isLast;) {
    const { version, rows } = await opened.desk.call('allFindings', file.id, findings, Math.min(atOnce, mostFetchedFindings - findings));
    if (version !== (begunAt ??= version) && beginnings < mostBeginnings) {
      [begunAt, findings] = [undefined, 0];
      beginnings += 1;
      lines.length = 1;
      continue;
    }
    lines.push(...(await inSlices(rows, lineOf)));
    findings += rows.length;
    isLast = rows.length < atOnce || findings === mostFetchedFindings;
  }
  const { counts } = (await opened.checked()).summary;
  const left = counts.reduce((sum, { count }) => sum + count, 0) - findings;
  if (left > 0) lines.push(csvLine(leftOut(left)));
  return { lines, findings };
}

/** What the unit has said of a finding; only rules that have a comment are looked at. */
async function commentsOf({ db, services }: UnitCall, delivery: Delivery, { dataKey }: OpenedFile) {
  const rows = await explanationsOf(db, delivery.organisationId, delivery.id);
  const rules = new Set(rows.map(({ rule }) => rule));
  const byMac = new Map(rows.map((row) => [row.findingMac, row]));
  return (rule: string, key: string): string => {
    if (!rules.has(rule)) return '';
    const known = findingMacs(services.keys, delivery, key)
      .map((mac) => byMac.get(mac))
      .find(Boolean);
    return known ? openText(dataKey, known.sealedText, explanationPlace(delivery.id, known.findingMac)) : '';
  };
}
