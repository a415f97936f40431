import type { ExplanationView, FindingView } from '@insamling/contract';
import { displayNamesOf } from '../accounts/index.ts';
import { unitOperation, type UnitCall } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { correctionPlace, explanationPlace, findingMacs, openText } from './data-key.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import type { FindingRow } from './engine/desk.ts';
import { findDelivery } from './find-delivery.ts';
import { noteReading } from './note-reading.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { explanationsOf, originalsIn, ruleCounts, type ExplanationRow } from './reader.ts';
import { checkView, findingView, ruleById } from './view.ts';

/** One check's findings with the cells it reads, a page at a time; with `left` only those nobody has explained. */
export const listFindings = unitOperation('listFindings', {
  async run(call, { delivery: deliveryId, rule, offset, limit, left, reveal }) {
    insist(ruleById(rule), 'request.not-found');
    const { delivery, file } = await findDelivery(call, deliveryId);
    const { db, services } = call;
    const opened = await openedFile(services, db, delivery, file, false);
    const keys = await opened.desk.call('keys', file.id, [rule]);
    const explanations = new Map(
      (await explanationsOf(db, delivery.organisationId, delivery.id, rule)).map((row) => [row.findingMac, row]),
    );
    const isExplained = (key: string) => findingMacs(services.keys, delivery, key).some((mac) => explanations.has(mac));
    const order = await opened.desk.call('byEffect', file.id, rule);
    const places = order.filter((place) => !(left && explanations.size > 0 && isExplained(keys[place]!.key)));
    const effect = (await opened.desk.call('effects', file.id)).find((one) => one.rule === rule);
    const rows = await opened.desk.call('findings', file.id, rule, places.slice(offset, offset + limit));
    const counts = (await ruleCounts(db, delivery.organisationId, file.id)).filter((count) => count.rule === rule);
    const total = {
      rule,
      severity: counts[0]?.severity ?? ruleById(rule)!.severity,
      findings: counts.reduce((sum, one) => sum + one.findings, 0),
      explained: counts.reduce((sum, one) => sum + one.explained, 0),
    };
    const findings = await findingViews(call, delivery, file, opened, rows, explanations, reveal);
    await noteReading(call, delivery, 'delivery.findings-read', { rule, findings: rows.length });
    if (reveal) await noteReading(call, delivery, 'records.personal-numbers-shown', { rule, findings: rows.length });
    return { version: delivery.version, check: checkView(total, rows[0]?.finding.message ?? '', effect), total: places.length, findings };
  },
});

/** Rows as the contract shows them: masked, with what the file said and with the explanation of each. */
export async function findingViews(
  { db, services }: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  opened: OpenedFile,
  rows: readonly FindingRow[],
  explanations: ReadonlyMap<string, ExplanationRow>,
  reveal: boolean,
): Promise<FindingView[]> {
  const records = rows.flatMap(({ finding }) => (finding.record === null ? [] : [finding.record]));
  const corrected = records.length > 0 ? await originalsIn(db, delivery.organisationId, file.id, records) : [];
  const originals = new Map(
    corrected.map((row) => [
      `${row.record} ${row.variable}`,
      openText(opened.dataKey, row.sealedBefore, correctionPlace(file.id, row.number, 'before')),
    ]),
  );
  const names = await displayNamesOf(
    db,
    [...explanations.values()].map(({ by }) => by),
  );
  return rows.map((row) => {
    const macs = findingMacs(services.keys, delivery, row.finding.key);
    const explanation = macs.map((mac) => explanations.get(mac)).find(Boolean);
    return findingView(row, macs[0]!, originals, explanation ? explanationView(delivery, opened, explanation, names) : null, reveal);
  });
}

function explanationView(delivery: Delivery, opened: OpenedFile, row: ExplanationRow, names: ReadonlyMap<string, string>): ExplanationView {
  return {
    reason: row.reason,
    text: openText(opened.dataKey, row.sealedText, explanationPlace(delivery.id, row.findingMac)),
    by: names.get(row.by) ?? '',
    at: row.at.toISOString(),
  };
}
