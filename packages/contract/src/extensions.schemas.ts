import { z } from 'zod';
import { calendarDate, id, instant, unitCode, unitParams, writtenText } from './common.schemas.ts';

/** Why more time is asked for; `other` wants a comment. */
export const extensionReason = z.enum(['payroll-system', 'illness', 'reorganisation', 'workload', 'other']);

export const extensionRequest = z.strictObject({
  id,
  wishedDueOn: calendarDate,
  reason: extensionReason,
  comment: z.string(),
  askedAt: instant,
  askedBy: z.string(),
  decision: z.enum(['waiting', 'granted', 'refused']),
  grantedDueOn: calendarDate.nullable(),
  answer: z.string(),
  decidedAt: instant.nullable(),
  /** Empty while it waits. */
  decidedBy: z.string(),
});

export const unitExtensions = z.strictObject({
  /** The unit's due date now; null when no period is open. */
  dueOn: calendarDate.nullable(),
  /** Latest date that can be wished for. */
  latestOn: calendarDate.nullable(),
  mayAsk: z.boolean(),
  requests: z.array(extensionRequest),
});

export const waitingExtension = extensionRequest.extend({
  unit: unitCode,
  unitName: z.string(),
  dueOn: calendarDate,
  /** Requests of the unit that were granted before, in the same period. */
  grantedBefore: z.number().int(),
});

export const extensionsSchemas = {
  listExtensions: { params: unitParams, response: unitExtensions },
  requestExtension: {
    params: unitParams,
    body: z.strictObject({ wishedDueOn: calendarDate, reason: extensionReason, comment: writtenText.max(1000).default('') }),
    response: extensionRequest,
  },
  listWaitingExtensions: { response: z.array(waitingExtension) },
  decideExtension: {
    params: unitParams.extend({ request: id }),
    body: z.strictObject({
      grant: z.boolean(),
      grantedDueOn: calendarDate.optional(),
      answer: writtenText.max(1000).default(''),
    }),
    response: extensionRequest,
  },
} as const;
