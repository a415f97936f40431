import { unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { findingMacs } from './data-key.ts';
import { explainedOf } from './explained.ts';
import { lockForWork } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { ruleById } from './view.ts';
import { writeExplanations } from './write-explanations.ts';

/** Says why warnings stand: one text for some of a check's findings or for all that have none, stored per finding. */
export const explainFindings = unitOperation('explainFindings', {
  audit: ({ delivery, rule, reason }, { explained }) => ['delivery.findings-explained', delivery, { rule, reason, explained }],
  async run(call, { delivery: deliveryId, fileId, rule, findings, reason, text }) {
    insistNoPersonalNumber([text]);
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    insist(ruleById(rule), 'request.not-found');
    const opened = await openedFile(call.services, call.db, delivery, file, true);
    const { summary } = await opened.checked();
    insist(
      summary.counts.some((count) => count.rule === rule && count.severity === 'warning'),
      'delivery.no-findings',
    );
    const explained = await explainedOf(call.db, call.services.keys, delivery);
    const wanted = findings === 'all' ? undefined : new Set(findings);
    const found = (await opened.desk.call('keys', file.id, [rule])).flatMap(({ key }) => {
      const macs = findingMacs(call.services.keys, delivery, key);
      return (wanted ? macs.some((mac) => wanted.has(mac)) : !explained.has(key)) ? [{ rule, mac: macs[0]! }] : [];
    });
    return writeExplanations(call, delivery, file, opened, found, { reason, text });
  },
});
