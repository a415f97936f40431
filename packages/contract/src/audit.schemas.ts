import { z } from 'zod';
import { calendarDate, id, instant, unitCode } from './common.schemas.ts';

export const eventOutcome = z.enum(['done', 'refused', 'failed']);

export const auditLine = z.strictObject({
  /** The organisation whose chain the event stands in; zeros for the chain of what belongs to none. */
  chain: id,
  number: z.number().int(),
  at: instant,
  /** Pseudonym of the account, or `system: …`. */
  person: z.string(),
  /** Its name as it is now; null when there is none any more. */
  personName: z.string().nullable(),
  unit: z.strictObject({ unit: unitCode, name: z.string() }).nullable(),
  kind: z.string(),
  object: z.string(),
  /** What the object is called, where it has a name now. */
  objectName: z.string().nullable(),
  /** The account that the event is about, while there is one. */
  aboutAccount: id.nullable(),
  outcome: eventOutcome,
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** The details in words. */
  told: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  /** IP address, or `system`. */
  origin: z.string(),
});

/** All may be left out; a person is named by pseudonym, so that no name stands in an address. */
const filter = {
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  person: z
    .string()
    .max(60)
    .regex(/^[\w-]+$/)
    .optional(),
  unit: unitCode.optional(),
  kind: z
    .string()
    .max(60)
    .regex(/^[a-z]+(\.[a-z-]+)+$/)
    .optional(),
  outcome: eventOutcome.optional(),
};

export const eventFilters = z.strictObject({
  people: z.array(z.strictObject({ person: z.string(), name: z.string() })),
  units: z.array(z.strictObject({ unit: unitCode, name: z.string() })),
});

export const auditSchemas = {
  listEvents: {
    query: z.strictObject({
      ...filter,
      /** Where the page before ended, as it was answered. */
      before: z
        .string()
        .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}_\d{1,15}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.strictObject({ events: z.array(auditLine), next: z.string().nullable() }),
  },
  listEventFilters: { response: eventFilters },
  exportEvents: {
    body: z.strictObject(filter),
    response: z.strictObject({ csv: z.string(), events: z.number().int(), isCapped: z.boolean() }),
  },
} as const;
