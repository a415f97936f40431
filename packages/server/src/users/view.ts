import type { CollectingRole, UserRequest, UserReset, UserRow, UserView } from '@insamling/contract';
import { grantableRoles, mayApprove, mayChangeRole, mayEnd, mayManage, needsSecondPerson, type Asker, type Subject } from './policy.ts';
import type { RequestRow, ResetRow, UserRecord } from './user.ts';

/** A user as a row of the list. */
export const userRow = ({ phone: _phone, administratorUntil: _until, ...user }: UserRecord): UserRow => ({
  ...user,
  invitedAt: user.invitedAt.toISOString(),
  expiresAt: user.expiresAt?.toISOString() ?? null,
  lastSignedInAt: user.lastSignedInAt?.toISOString() ?? null,
});

export const subjectOf = ({ accountId, collectingRole, administratorUntil }: UserRecord): Subject => ({
  accountId,
  role: collectingRole,
  administratorUntil,
});

/** What the asker may do with the account, given how it stands. @param isWaiting  a reset waits for a second person */
export function mayDo(asker: Asker, user: UserRecord, isWaiting: boolean, now: Date): UserView['may'] {
  const subject = subjectOf(user);
  const { status } = user;
  const manages = mayManage(asker, subject);
  const isPending = status === 'invited' || (status === 'expired' && user.lastSignedInAt === null);
  const isHere = status !== 'ended';
  return {
    resend: manages && isPending,
    withdraw: manages && isPending,
    roles: isHere ? grantableRoles(asker).filter((role: CollectingRole) => mayChangeRole(asker, subject, role)) : [],
    changeUnits: manages && isHere,
    block: manages && isHere && status !== 'blocked',
    unblock: manages && status === 'blocked',
    end: mayEnd(asker, subject) && isHere,
    endSessions: manages && status === 'active',
    reset: manages && !isWaiting && (status === 'active' || status === 'reset' || (status === 'expired' && !isPending)),
    resetNeedsSecond: needsSecondPerson(subject, now),
  };
}

/** What takes two, with what the asker may do about it. */
export function requestView(asker: Asker, accountId: string, row: RequestRow, now: Date): UserRequest {
  const isWaiting = row.outcome === null && row.expiresAt > now;
  return {
    id: row.id,
    askedBy: row.askedBy,
    askedAt: row.askedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    outcome: row.outcome ?? (isWaiting ? 'waiting' : 'lapsed'),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    may: {
      approve: isWaiting && mayApprove(asker, row.askedById, { accountId }),
      decline: isWaiting && asker.role === 'administrator' && asker.accountId !== accountId,
    },
  };
}

export const resetView = (asker: Asker, accountId: string, row: ResetRow, now: Date): UserReset => ({
  ...requestView(asker, accountId, row, now),
  reason: row.reason,
});
