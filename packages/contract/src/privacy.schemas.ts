import { z } from 'zod';
import { calendarDate, collectingRole, id, instant, unitCode, unitRole } from './common.schemas.ts';
import { deliveryState } from './deliveries.schemas.ts';

/** The newest entries of one kind, and how many there are in all. */
const list = <Entry extends z.ZodType>(entry: Entry) => z.strictObject({ total: z.number().int(), entries: z.array(entry) });

/** Name of the organisation it was about; null for what belongs to none. */
const organisation = z.string();

const event = z.strictObject({
  at: instant,
  kind: z.string(),
  outcome: z.enum(['done', 'refused', 'failed']),
  organisation: organisation.nullable(),
  object: z.string(),
  /** IP address, or `system`. */
  origin: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Everything that is kept about the signed-in person. */
export const myData = z.strictObject({
  madeAt: instant,
  account: z.strictObject({
    id,
    /** What the audit log calls the person. */
    pseudonym: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    collectingRole: collectingRole.nullable(),
    createdAt: instant,
    invitedAt: instant,
    lastSignedInAt: instant.nullable(),
    passwordChangedAt: instant.nullable(),
  }),
  roles: z.array(z.strictObject({ unit: unitCode, unitName: z.string(), role: unitRole, isContact: z.boolean(), since: instant })),
  notices: z.array(z.strictObject({ version: z.string(), at: instant })),
  sessions: z.array(z.strictObject({ createdAt: instant, lastSeenAt: instant, userAgent: z.string(), isThis: z.boolean() })),
  devices: z.array(z.strictObject({ firstSeenAt: instant, lastSeenAt: instant })),
  passkeys: z.array(z.strictObject({ name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })),
  recoveryCodes: z.array(z.strictObject({ createdAt: instant, usedAt: instant.nullable() })),
  providers: z.array(z.strictObject({ name: z.string(), linkedAt: instant, lastUsedAt: instant.nullable() })),
  files: list(z.strictObject({ at: instant, organisation, name: z.string(), bytes: z.number().int(), sha256: z.string() })),
  steps: list(z.strictObject({ at: instant, organisation, state: deliveryState, note: z.string() })),
  receipts: list(z.strictObject({ at: instant, organisation, number: z.string() })),
  /** One for all findings that were explained with one text. */
  explanations: list(
    z.strictObject({ at: instant, organisation, rule: z.string(), findings: z.number().int(), reason: z.string(), text: z.string() }),
  ),
  messages: list(z.strictObject({ at: instant, organisation, text: z.string() })),
  extensionRequests: list(
    z.strictObject({
      at: instant,
      organisation,
      /** Whether the person asked, or answered. */
      as: z.enum(['asked', 'decided']),
      wishedDueOn: calendarDate,
      reason: z.string(),
      text: z.string(),
    }),
  ),
  /** What the person has done, as the audit log tells it. */
  events: list(event),
  /** What others, or the service, have done with the account. */
  aboutAccount: list(event.extend({ by: z.string() })),
});

export const privacySchemas = {
  showMyData: { response: myData },
  exportMyData: { body: z.strictObject({}), response: myData },
  previewRetention: {
    response: z.array(
      z.strictObject({
        name: z.enum([
          'account-without-role',
          'unused-invitation',
          'letter',
          'delivery',
          'thread',
          'extension-request',
          'session',
          'unfinished-step',
          'device',
          'tries-of-address',
          'use-of-limits',
          'reading',
          'audit-event',
        ]),
        /** What is older than this day goes; null: it is kept for ever. */
        /** For how long by the settings, 0 for ever; null where no setting decides it. */
        kept: z.number().int().nullable(),
        before: calendarDate.nullable(),
        count: z.number().int(),
      }),
    ),
  },
} as const;
