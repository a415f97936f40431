import { sql, type Writer } from '../platform/db/index.ts';
import type { UnitKey } from '../units/index.ts';
import type { Extension } from './extension.ts';

/** @returns undefined when another request of the unit waits already */
export const insertRequest = (
  db: Writer,
  { organisationId, unitId }: UnitKey,
  request: Pick<Extension, 'id' | 'periodId' | 'wishedDueOn' | 'reason' | 'comment' | 'askedBy' | 'askedAt'>,
) =>
  db.maybe<Extension>(sql`
    insert into extension_request (organisation_id, id, unit_id, period_id, wished_due_on, reason, comment, asked_by, asked_at)
    values (${organisationId}, ${request.id}, ${unitId}, ${request.periodId}, ${request.wishedDueOn}, ${request.reason}, ${request.comment}, ${request.askedBy}, ${request.askedAt})
    on conflict do nothing
    returning id, period_id, wished_due_on, reason, comment, asked_by, asked_at, decision, granted_due_on, answer, decided_at, decided_by`);

/** @returns undefined when the request has an answer already */
export const saveDecision = (
  db: Writer,
  { organisationId, unitId }: UnitKey,
  requestId: string,
  decision: Pick<Extension, 'decision' | 'grantedDueOn' | 'answer' | 'decidedAt'> & { readonly decidedBy: string },
) =>
  db.maybe<Extension>(sql`
    update extension_request
       set decision = ${decision.decision}, granted_due_on = ${decision.grantedDueOn}, answer = ${decision.answer},
           decided_by = ${decision.decidedBy}, decided_at = ${decision.decidedAt}
     where organisation_id = ${organisationId} and unit_id = ${unitId} and id = ${requestId} and decision = 'waiting'
    returning id, period_id, wished_due_on, reason, comment, asked_by, asked_at, decision, granted_due_on, answer, decided_at, decided_by`);

/** Erases requests asked for before then, over all organisations. @returns how many */
export const eraseRequestsBefore = (db: Writer, before: Date) => db.run(sql`delete from extension_request where asked_at < ${before}`);
