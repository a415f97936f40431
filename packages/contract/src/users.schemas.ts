import { z } from 'zod';
import { collectingRole, done, email, id, instant, personName, unitCode, unitRole } from './common.schemas.ts';

/** Every role by one name: those of a unit, and those of the collecting side. */
export const userRole = z.enum([
  'reader',
  'respondent',
  'unitAdministrator',
  'collectingReader',
  'reviewer',
  'collectionManager',
  'administrator',
]);
/** How an account stands. `expired`: the invitation or the reset was not used in time. */
export const userStatus = z.enum(['invited', 'active', 'reset', 'expired', 'blocked', 'ended']);

export const userUnit = z.strictObject({ unit: unitCode, name: z.string(), role: unitRole, isContact: z.boolean() });

export const userRow = z.strictObject({
  accountId: id,
  /** Empty for somebody whose details have been erased. */
  name: z.string(),
  email: email.nullable(),
  status: userStatus,
  collectingRole: collectingRole.nullable(),
  units: z.array(userUnit),
  invitedAt: instant,
  /** Name of who invited; null when the operator did, or somebody who has left. */
  invitedBy: z.string().nullable(),
  /** Until when an invitation or a reset can be used; null for an account that needs neither. */
  expiresAt: instant.nullable(),
  lastSignedInAt: instant.nullable(),
});

/** What one administrator has asked and another answers: by whom, and what came of it. */
export const userRequest = z.strictObject({
  id,
  askedBy: z.string(),
  askedAt: instant,
  expiresAt: instant,
  outcome: z.enum(['waiting', 'done', 'declined', 'lapsed']),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  may: z.strictObject({ approve: z.boolean(), decline: z.boolean() }),
});

/** A lost app, and why it is to be reset. */
export const userReset = userRequest.extend({ reason: z.string() });

export const userView = userRow.extend({
  phone: z.string(),
  /** How many browsers the person is signed in with now. */
  sessions: z.number().int(),
  resets: z.array(userReset),
  /** When it was asked that the person be made an administrator. */
  administratorRequests: z.array(userRequest),
  isYou: z.boolean(),
  may: z.strictObject({
    resend: z.boolean(),
    withdraw: z.boolean(),
    /** Roles on the collecting side that may be given; empty when the role may not be changed. */
    roles: z.array(collectingRole),
    changeUnits: z.boolean(),
    block: z.boolean(),
    unblock: z.boolean(),
    end: z.boolean(),
    endSessions: z.boolean(),
    reset: z.boolean(),
    /** A reset takes a second administrator. */
    resetNeedsSecond: z.boolean(),
  }),
});

const accountParams = z.strictObject({ accountId: id });
const resetParams = z.strictObject({ reset: id });
const administratorParams = z.strictObject({ administratorRequest: id });
/** Whom it was about. */
const decided = z.strictObject({ accountId: id });
const doneOrWaiting = z.strictObject({ outcome: z.enum(['done', 'waiting']) });

export const usersSchemas = {
  listUsers: {
    body: z.strictObject({
      search: z.string().trim().max(100).default(''),
      role: userRole.nullable().default(null),
      /** Without a status: everybody but those who have left. */
      status: userStatus.nullable().default(null),
      unit: unitCode.nullable().default(null),
      /** The last account of the page before. */
      after: id.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    response: z.strictObject({
      users: z.array(userRow),
      total: z.number().int(),
      /** Resets that wait for a second administrator; empty for others. */
      waitingResets: z.array(z.strictObject({ accountId: id, name: z.string() })),
      /** Those who are to be administrators when a second one agrees; empty for others. */
      waitingAdministrators: z.array(z.strictObject({ accountId: id, name: z.string() })),
      /** Roles on the collecting side that one may invite to. */
      grantableRoles: z.array(collectingRole),
    }),
  },
  showUser: { params: accountParams, response: userView },
  inviteUser: {
    body: z.strictObject({
      email,
      name: personName,
      collectingRole: collectingRole.nullable().default(null),
      units: z
        .array(z.strictObject({ unit: unitCode, role: unitRole }))
        .max(20)
        .default([]),
    }),
    response: z.strictObject({
      accountId: id,
      expiresAt: instant,
      /** The role is given when a second administrator agrees. */
      awaitsSecond: z.boolean(),
    }),
  },
  resendInvitation: { params: accountParams, response: z.strictObject({ expiresAt: instant }) },
  withdrawInvitation: { params: accountParams, response: done },
  changeCollectingRole: { params: accountParams, body: z.strictObject({ role: collectingRole.nullable() }), response: doneOrWaiting },
  blockUser: { params: accountParams, response: done },
  unblockUser: { params: accountParams, response: done },
  endUser: { params: accountParams, response: done },
  endUserSessions: { params: accountParams, response: z.strictObject({ ended: z.number().int() }) },
  resetUser: { params: accountParams, body: z.strictObject({ reason: z.string().trim().min(1).max(500) }), response: doneOrWaiting },
  approveReset: { params: resetParams, response: decided },
  declineReset: { params: resetParams, response: decided },
  approveAdministrator: { params: administratorParams, response: decided },
  declineAdministrator: { params: administratorParams, response: decided },
} as const;
