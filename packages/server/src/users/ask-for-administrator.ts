import { randomUUID } from 'node:crypto';
import type { Call } from '../platform/operation.ts';
import { insist } from '../platform/problem.ts';
import { answerableUntil } from './policy.ts';
import { tellOfWaitingAdministrator } from './tell.ts';
import { insertAdministratorRequest, lapseRequests } from './writer.ts';

/** Asks the other administrators whether somebody is to become one. Until one of them says yes the role is as it was. */
export async function askForAdministrator(call: Call, accountId: string): Promise<void> {
  const { actor, db, now } = call;
  await lapseRequests(db, 'administrator_request', accountId, now);
  const request = { id: randomUUID(), accountId, askedBy: actor.accountId, at: now, expiresAt: answerableUntil(now) };
  insist(await insertAdministratorRequest(db, request), 'user.administrator-waiting');
  await tellOfWaitingAdministrator(call, accountId);
}
