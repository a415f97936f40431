import { postLetter } from '../platform/mail/index.ts';
import type { UnitCall } from '../platform/operation.ts';
import { peopleToTell } from '../units/index.ts';
import { verdictLetter, type Verdict } from './verdict.mail.ts';

/** Tells everybody who delivers for the unit that something has happened to its delivery. */
export async function tellUnit({ db, now, services, unit }: UnitCall, verdict: Verdict): Promise<void> {
  for (const { email } of await peopleToTell(db, unit))
    await postLetter(db, services, now, `delivery-${verdict}`, email, verdictLetter(services.config, verdict, unit.code));
}
