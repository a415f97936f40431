import { randomUUID } from 'node:crypto';
import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { extensionView, isWithin } from './extension.ts';
import { mayAsk } from './policy.ts';
import { askingOf } from './unit-dates.ts';
import { insertRequest } from './writer.ts';

/** Asks for a later due date; one request at a time waits for its answer. */
export const requestExtension = unitOperation('requestExtension', {
  audit: ({ wishedDueOn, reason }, { id }) => ['extension.asked', id, { wishedDueOn, reason }],
  async run({ actor, db, now, services, today, unit }, { wishedDueOn, reason, comment }) {
    insist(mayAsk(unit.role), 'unit.not-allowed');
    insistNoPersonalNumber([comment]);
    const asking = await askingOf(db, unit, today, services.config.limits.extensionMaxDays);
    insist(asking?.isOpen, 'extension.asking-closed');
    const { afterOn, latestOn } = asking;
    insist(isWithin(wishedDueOn, asking), 'extension.date-out-of-range', { afterOn, latestOn });
    insist(reason !== 'other' || comment !== '', 'extension.comment-missing');
    const request = await insertRequest(db, unit, {
      id: randomUUID(),
      periodId: asking.period.id,
      wishedDueOn,
      reason,
      comment,
      askedBy: actor.accountId,
      askedAt: now,
    });
    insist(request, 'extension.already-waiting');
    await publish(db, 'extensions', unit);
    return extensionView(request, () => actor.name);
  },
});
