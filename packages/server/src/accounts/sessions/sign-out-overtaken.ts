import { recordEvent } from '../../platform/audit/index.ts';
import { publishToAccount } from '../../platform/live/index.ts';
import type { UnitCall } from '../../platform/operation.ts';
import { lockAccounts } from '../reader.ts';
import { endOvertakenSessions } from './writer.ts';

/**
 * Signs people out whose sessions were opened by what their organisations no longer let in, whoever they are. An event for each person
 * says by whom. Call it after the change, in its transaction.
 * @returns how many persons
 */
export async function signOutOvertaken(call: UnitCall, accountIds: readonly string[]): Promise<number> {
  const { actor, db, now, services, origin, unit } = call;
  await lockAccounts(db, accountIds);
  const overtaken = await endOvertakenSessions(db, accountIds);
  for (const { accountId, ended } of overtaken) {
    await publishToAccount(db, 'access', accountId);
    await recordEvent(db, services.keys, now, {
      organisationId: unit.organisationId,
      unitId: unit.unitId,
      actor: actor.pseudonym,
      kind: 'account.sessions-overtaken',
      object: accountId,
      outcome: 'done',
      details: { ended },
      origin,
    });
  }
  return overtaken.length;
}
