import type { PageCookie } from '../platform/http/index.ts';
import { publishToAccount } from '../platform/live/index.ts';
import type { Actor } from '../platform/operation.ts';
import { lockJourney } from './reader.ts';
import { renewSession } from './sessions/session.ts';
import { record, type Step } from './steps.ts';
import { tellOwner } from './tell-owner.ts';
import { endOtherSessions } from './sessions/writer.ts';
import { endJourneysOf, saveNewApp } from './writer.ts';

/** Makes the new app valid and the old one worthless. Everybody else who is inside by the account is signed out, and the person told. */
export function saveChangedApp(step: Step, actor: Actor): { save: () => Promise<boolean>; cookies: () => readonly PageCookie[] } {
  const { db, services, request, tokenHash } = step;
  let cookies: readonly PageCookie[] = [];
  return {
    async save() {
      const { pendingTotp, pendingTotpKeyId, pendingTotpStep } = (await lockJourney(db, tokenHash, request.now)) ?? step.journey;
      if (!pendingTotp || !pendingTotpKeyId || pendingTotpStep === null) return false;
      const app = { totp: { keyId: pendingTotpKeyId, sealed: pendingTotp }, step: pendingTotpStep };
      if (!(await saveNewApp(db, actor.accountId, app))) return false;
      await endOtherSessions(db, actor.accountId, actor.sessionId);
      await publishToAccount(db, 'access', actor.accountId);
      await endJourneysOf(db, actor.accountId, tokenHash);
      await record(step, { kind: 'account.app-changed', outcome: 'done' });
      await tellOwner({ db, services, now: request.now }, actor.accountId, 'app-changed');
      cookies = await renewSession(db, actor, request.now);
      return true;
    },
    cookies: () => cookies,
  };
}
