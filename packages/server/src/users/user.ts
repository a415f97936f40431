import type { CollectingRole, UserReset, UserRow } from '@insamling/contract';

/** What takes two persons, by where it is kept: a reset of an administrator's app, and a new administrator. */
export type ForTwo = 'second_factor_reset' | 'administrator_request';

/** An account with what the page about users shows of it. */
export interface UserRecord {
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly status: UserRow['status'];
  readonly collectingRole: CollectingRole | null;
  readonly administratorUntil: Date | null;
  readonly units: UserRow['units'];
  readonly invitedAt: Date;
  readonly invitedBy: string | null;
  readonly expiresAt: Date | null;
  readonly lastSignedInAt: Date | null;
}

/** What one has asked and another answers, as its row says; `outcome` is null while it waits. */
export interface RequestRow {
  readonly id: string;
  readonly askedById: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly outcome: Exclude<UserReset['outcome'], 'waiting'> | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export interface ResetRow extends RequestRow {
  readonly reason: string;
}
