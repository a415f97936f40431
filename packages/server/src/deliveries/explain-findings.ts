import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { explanationPlace, findingMacs, sealText } from './data-key.ts';
import { countsWithExplained, totals } from './explained.ts';
import { lockForWork } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { explainedMacs } from './reader.ts';
import { ruleById } from './view.ts';
import { saveCounts, touchDelivery, upsertExplanations } from './writer.ts';

/** Says why warnings stand: one text for some of a check's findings or for all that have none, stored per finding. */
export const explainFindings = unitOperation('explainFindings', {
  audit: ({ delivery, rule, reason }, { explained }) => ['delivery.findings-explained', delivery, { rule, reason, explained }],
  async run(call, { delivery: deliveryId, fileId, rule, findings, reason, text }) {
    const { db, services, actor, now, unit } = call;
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    insist(ruleById(rule), 'request.not-found');
    const opened = await openedFile(services, db, delivery, file, true);
    const { summary } = await opened.checked();
    insist(
      summary.counts.some((count) => count.rule === rule && count.severity === 'warning'),
      'delivery.no-findings',
    );
    const known = new Set((await explainedMacs(db, delivery.organisationId, delivery.id)).map(({ findingMac }) => findingMac));
    const wanted = findings === 'all' ? undefined : new Set(findings);
    const macs = new Set<string>();
    for (const { key } of await opened.desk.call('keys', file.id, [rule])) {
      const all = findingMacs(services.keys, delivery.organisationId, key);
      if (wanted ? all.some((mac) => wanted.has(mac)) : !all.some((mac) => known.has(mac))) macs.add(all[0]!);
    }
    insist(macs.size > 0, 'delivery.no-findings');
    const sealed = [...macs].map((findingMac) => ({
      findingMac,
      sealedText: sealText(opened.dataKey, text, explanationPlace(delivery.id, findingMac)),
    }));
    await upsertExplanations(db, unit.organisationId, delivery.id, rule, reason, actor.accountId, sealed, now);
    const counts = await countsWithExplained(db, services.keys, delivery, opened, file.id, summary);
    await saveCounts(db, unit.organisationId, file.id, counts);
    const touched = await touchDelivery(db, unit.organisationId, delivery.id, now);
    await publish(db, 'delivery', unit);
    return { version: touched!.version, explained: macs.size, counts: totals(counts) };
  },
});
