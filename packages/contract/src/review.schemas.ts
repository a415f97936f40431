import { z } from 'zod';
import { calendarDate, done, id, instant, unitCode, unitKind, unitParams, writtenText } from './common.schemas.ts';
import { deliveryState } from './deliveries.schemas.ts';

export const overview = z.strictObject({
  round: z.strictObject({ id, name: z.string() }).nullable(),
  period: z.strictObject({ id, kind: z.enum(['test', 'submission']), opensOn: calendarDate, dueOn: calendarDate }).nullable(),
  units: z.number().int(),
  states: z.array(z.strictObject({ state: deliveryState, count: z.number().int() })),
  late: z.number().int(),
  waitingForUs: z.number().int(),
  extensionRequests: z.number().int(),
});

export const unitRow = z.strictObject({
  unit: unitCode,
  name: z.string(),
  kind: unitKind,
  county: z.string(),
  state: deliveryState,
  records: z.number().int().nullable(),
  errors: z.number().int().nullable(),
  warnings: z.number().int().nullable(),
  explanations: z.number().int().nullable(),
  lastEventAt: instant.nullable(),
  dueOn: calendarDate.nullable(),
  isExtended: z.boolean(),
  isLate: z.boolean(),
  unansweredThreads: z.number().int(),
  people: z.number().int(),
});

const deliveryParams = unitParams.extend({ delivery: id });
const version = { expectedVersion: z.number().int() };
const reason = writtenText.min(1).max(2000);

export const reviewSchemas = {
  showOverview: { response: overview },
  listUnits: { response: z.array(unitRow) },
  beginReview: { params: deliveryParams, body: z.strictObject({ ...version }), response: done },
  acceptDelivery: { params: deliveryParams, body: z.strictObject({ ...version }), response: done },
  returnDelivery: {
    params: deliveryParams,
    body: z.strictObject({ ...version, text: reason }),
    response: z.strictObject({ threadId: id }),
  },
  reopenDelivery: { params: deliveryParams, body: z.strictObject({ ...version, reason }), response: done },
} as const;
