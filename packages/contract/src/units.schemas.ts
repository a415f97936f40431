import { z } from 'zod';
import {
  done,
  email,
  id,
  instant,
  personName,
  providerId,
  unitCode,
  unitKind,
  unitParams,
  unitRole,
  writtenText,
} from './common.schemas.ts';

export const unitPerson = z.strictObject({
  accountId: id,
  name: z.string(),
  email,
  phone: z.string(),
  role: unitRole,
  isContact: z.boolean(),
  /** `invited` until the account journey is finished. */
  status: z.enum(['invited', 'active', 'reset', 'blocked', 'ended']),
  since: instant,
  /** Until when the invitation can be used, and when the person last signed in; told to who may invite, to others null. */
  expiresAt: instant.nullable(),
  lastSignedInAt: instant.nullable(),
});

export const unitView = z.strictObject({
  unit: unitCode,
  codes: z.array(unitCode),
  name: z.string(),
  kind: unitKind,
  county: z.string(),
  payrollSystem: z.string(),
  payrollSystems: z.array(z.string()),
  employers: z.array(z.strictObject({ organisationNumber: z.string(), name: z.string(), isCompany: z.boolean() })),
  people: z.array(unitPerson),
  may: z.strictObject({ invite: z.boolean(), changeUnit: z.boolean() }),
});

export const signInPolicy = z.strictObject({
  /** Name of the organisation: what is decided holds for all of its units. */
  organisation: z.string(),
  /** The provider that was chosen, also when the operator has taken it away since. */
  provider: z.string().nullable(),
  requiresPasskey: z.boolean(),
  /** Who asks works for the organisation, too: what is decided holds for them as well. */
  concernsYou: z.boolean(),
  /** What there is to choose from. */
  providers: z.array(z.strictObject({ id: providerId, name: z.string() })),
});

const personParams = unitParams.extend({ accountId: id });

export const unitsSchemas = {
  showUnit: { params: unitParams, response: unitView },
  changePayrollSystem: {
    params: unitParams,
    body: z.strictObject({ payrollSystem: writtenText.max(100) }),
    response: done,
  },
  invitePerson: {
    params: unitParams,
    body: z.strictObject({ email, name: personName, role: unitRole, isContact: z.boolean().default(false) }),
    response: unitPerson,
  },
  resendPersonInvitation: { params: personParams, response: z.strictObject({ expiresAt: instant }) },
  changePerson: {
    params: personParams,
    body: z.strictObject({ role: unitRole, isContact: z.boolean() }),
    response: done,
  },
  removePerson: { params: personParams, response: done },
  showSignInPolicy: { params: unitParams, response: signInPolicy },
  changeSignInPolicy: {
    params: unitParams,
    body: z.strictObject({ provider: providerId.nullable(), requiresPasskey: z.boolean() }),
    /** How many persons were inside by a way that no longer opens, and are signed out. */
    response: z.strictObject({ signedOut: z.number().int() }),
  },
} as const;
