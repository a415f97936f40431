import { unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { findingMacs } from './data-key.ts';
import { explainedOf, isExplainable } from './explained.ts';
import { lockForWork } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { writeExplanations } from './write-explanations.ts';

/** Answers a systematic question with that it is as it should be: one comment on those of its findings that have none. */
export const explainQuestion = unitOperation('explainQuestion', {
  audit: ({ delivery, key, reason }, { explained }) => [
    'delivery.question-explained',
    delivery,
    { rule: key.split(' ')[0]!, reason, explained },
  ],
  async run(call, { delivery: deliveryId, fileId, key, reason, text }) {
    insistNoPersonalNumber([text]);
    const { db, services } = call;
    const { delivery, file } = await lockForWork(call, deliveryId, fileId);
    const opened = await openedFile(services, db, delivery, file, true);
    const findings = await opened.desk.call('keysOfQuestion', file.id, key).catch((error: unknown) => {
      insist(!(error instanceof RangeError), 'delivery.question-gone');
      throw error;
    });
    const { summary } = await opened.checked();
    insist(
      isExplainable(
        summary,
        findings.map(({ rule }) => rule),
      ),
      'delivery.no-findings',
    );
    const explained = await explainedOf(db, services.keys, delivery);
    const left = findings
      .filter((finding) => !explained.has(finding.key))
      .map((finding) => ({ rule: finding.rule, mac: findingMacs(services.keys, delivery, finding.key, false)[0]! }));
    return writeExplanations(call, delivery, file, opened, left, { reason, text });
  },
});
