import { z } from 'zod';
import {
  calendarDate,
  collectingRole,
  done,
  email,
  id,
  instant,
  personName,
  phone,
  unitCode,
  unitKind,
  unitRole,
} from './common.schemas.ts';

export const myUnit = z.strictObject({
  unit: unitCode,
  name: z.string(),
  kind: unitKind,
  role: unitRole,
  isContact: z.boolean(),
  since: instant,
});

export const me = z.strictObject({
  account: z.strictObject({ id, email, name: z.string(), phone: z.string() }),
  collectingRole: collectingRole.nullable(),
  units: z.array(myUnit),
  service: z.strictObject({ name: z.string(), organisation: z.string(), organisationShort: z.string() }),
  session: z.strictObject({ idleMinutes: z.number(), endsAt: instant }),
  unreadThreads: z.number().int(),
  /** Last day of the test period that runs, after which its data are erased; null when none does. */
  testClosesOn: calendarDate.nullable(),
  /** True while a second administrator is to confirm that the person becomes one. */
  awaitsAdministrator: z.boolean(),
});

export const mySession = z.strictObject({
  id,
  /** Names of products as the browser tells them; null for what is not known. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  signedInAt: instant,
  lastSeenAt: instant,
  /** The one that asks. */
  isThis: z.boolean(),
});

export const accountsSchemas = {
  listMySessions: { response: z.array(mySession) },
  endMySession: { params: z.strictObject({ session: id }), response: done },
  endMyOtherSessions: { response: z.strictObject({ ended: z.number().int() }) },
  showSignInWarning: {
    response: z.strictObject({
      warning: z
        .strictObject({
          /** Right password, wrong second factor. */
          failures: z.number().int(),
          /** Right password, and nothing more. */
          unfinished: z.number().int(),
          /** Right code from the mail, wrong code of the app. */
          mailFailures: z.number().int(),
          lastAt: instant,
          /** When the last of each was; null when there was none. */
          failedAt: instant.nullable(),
          unfinishedAt: instant.nullable(),
          mailFailedAt: instant.nullable(),
          /** The password is another than the one that was known. */
          hasNewPassword: z.boolean(),
        })
        .nullable(),
    }),
  },
  dismissSignInWarning: { body: z.strictObject({ seenAt: instant }), response: done },
  whoAmI: { response: me },
  changeMyProfile: { body: z.strictObject({ name: personName, phone }), response: me.shape.account },
  askAddressChange: { body: z.strictObject({ email }), response: z.strictObject({ minutes: z.number().int() }) },
  confirmAddressChange: {
    body: z.strictObject({ code: z.string().max(40) }),
    response: z.strictObject({ outcome: z.enum(['changed', 'wrong', 'expired']) }),
  },
  stepUp: {
    body: z.strictObject({
      /** What the proof is for, as the refusal named it; empty for anything. */
      purpose: z
        .string()
        .max(200)
        .regex(/^[a-zA-Z0-9:-]*$/),
      code: z.string().max(40),
    }),
    response: z.strictObject({ outcome: z.enum(['confirmed', 'wrong', 'paused', 'blocked']), minutes: z.number().int().nullable() }),
  },
} as const;
