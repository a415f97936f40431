import { displayNamesOf } from '../accounts/index.ts';
import { addDays } from '../platform/clock.ts';
import { publish } from '../platform/live/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import { hasCollectingRole, unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { periodById } from '../periods/index.ts';
import { peopleToTell } from '../units/index.ts';
import { answeredLetter } from './answered.mail.ts';
import { extensionView, isWithin } from './extension.ts';
import { lockRequest } from './reader.ts';
import { unitDates } from './unit-dates.ts';
import { saveDecision } from './writer.ts';

/** Answers a request. A granted day may be another than the wished one; the unit's days follow at once. */
export const decideExtension = unitOperation('decideExtension', {
  audit: ({ request }, { decision, grantedDueOn }) => ['extension.decided', request, { decision, grantedDueOn }],
  async run({ actor, db, now, services, today, unit }, { request: requestId, grant, grantedDueOn, answer }) {
    insist(hasCollectingRole(actor.collectingRole, 'reviewer'), 'account.not-allowed');
    insistNoPersonalNumber([answer]);
    const request = await lockRequest(db, unit, requestId);
    insist(request, 'request.not-found');
    insist(request.decision === 'waiting', 'extension.already-decided');
    const period = await periodById(db, request.periodId);
    if (!period) throw new Error('a request for an extension has no period');
    const { dueOn } = await unitDates(db, unit, period);
    const range = {
      afterOn: dueOn < today ? addDays(today, -1) : dueOn,
      latestOn: addDays(period.dueOn, services.config.limits.extensionMaxDays),
    };
    const newDueOn = grant ? (grantedDueOn ?? request.wishedDueOn) : null;
    insist(newDueOn === null || isWithin(newDueOn, range), 'extension.date-out-of-range', range);
    insist(grant || answer !== '', 'extension.answer-missing');
    const decided = await saveDecision(db, unit, requestId, {
      decision: grant ? 'granted' : 'refused',
      grantedDueOn: newDueOn,
      answer,
      decidedBy: actor.accountId,
      decidedAt: now,
    });
    insist(decided, 'extension.already-decided');
    await publish(db, 'extensions', unit);
    await publish(db, 'period', unit);
    for (const { email } of await peopleToTell(db, unit))
      await postLetter(db, services, now, 'extension-answered', email, answeredLetter(services.config, unit.code));
    const names = await displayNamesOf(db, [decided.askedBy, decided.decidedBy]);
    return extensionView(decided, (accountId) => names.get(accountId) ?? '');
  },
});
