import { personalOperation } from '../platform/operation.ts';
import { checkEnrolledCode } from './app-code.ts';
import { elevateSession } from './sessions/session.ts';

/**
 * The person proves with a fresh code of the app that it is still them, before something that matters; for five minutes it
 * counts. A wrong code is an answer and no refusal, since it must stay counted.
 */
export const stepUp = personalOperation('stepUp', {
  audit: ({ purpose }, { outcome }, { actor }) =>
    outcome === 'confirmed' ? ['account.stepped-up', actor.accountId, { purpose: purpose.split(':')[0] ?? '' }] : null,
  async run(call, { purpose, code }) {
    const { db, actor, now, answerCookies } = call;
    const verdict = await checkEnrolledCode(call, actor, code);
    if (verdict.is === 'account-paused') return { outcome: 'paused' as const, minutes: verdict.minutes };
    if (verdict.is === 'account-blocked') return { outcome: 'blocked' as const, minutes: null };
    if (verdict.is !== 'right') return { outcome: 'wrong' as const, minutes: null };
    const [cookies] = await Promise.all([elevateSession(db, actor.sessionId, purpose, now), verdict.spent]);
    answerCookies.push(...cookies);
    return { outcome: 'confirmed' as const, minutes: null };
  },
});
