import { unitOperation } from '../platform/operation.ts';
import { totals } from './explained.ts';
import { findDelivery } from './find-delivery.ts';
import { noteReading } from './note-reading.ts';
import { openedFile } from './opened-delivery.ts';
import { ruleCounts } from './reader.ts';
import { checkView, ruleById } from './view.ts';

const order = ['fatal', 'error', 'warning', 'info'];

/** Findings per check, worst first and of those what means most for the sum of its field: the counts that were saved, with the first finding of each in words. */
export const listChecks = unitOperation('listChecks', {
  async run(call, { delivery: deliveryId }) {
    const { delivery, file } = await findDelivery(call, deliveryId);
    const counts = await ruleCounts(call.db, delivery.organisationId, file.id);
    const opened = await openedFile(call.services, call.db, delivery, file, false);
    const [examples, { summary }] = [await opened.desk.call('examples', file.id), await opened.checked()];
    const effects = new Map((await opened.desk.call('effects', file.id)).map((effect) => [effect.rule, effect]));
    const percentOf = (rule: string) => effects.get(rule)?.percent ?? 0;
    const sorted = [...counts].sort(
      (one, other) =>
        order.indexOf(one.severity) - order.indexOf(other.severity) ||
        percentOf(other.rule) - percentOf(one.rule) ||
        (one.rule < other.rule ? -1 : 1),
    );
    await noteReading(call, delivery, 'delivery.checks-read', { checks: sorted.length });
    return {
      version: delivery.version,
      records: file.records,
      counts: totals(counts),
      checks: sorted.map((count) => checkView(count, examples[`${count.rule} ${count.severity}`] ?? '', effects.get(count.rule))),
      // What the portal itself sees to, it asks elsewhere: when the delivery is submitted, and in the calendar of its periods.
      notEvaluable: summary.notEvaluable
        .filter(({ rule }) => ruleById(rule)?.logic.kind !== 'process')
        .map(({ rule, needs }) => ({ rule, title: ruleById(rule)?.texts.title ?? rule, needs })),
    };
  },
});
