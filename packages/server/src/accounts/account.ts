import type { CollectingRole } from '@insamling/contract';

export type AccountStatus = 'invited' | 'active' | 'reset' | 'blocked' | 'ended';

/** What the way in needs to know of an account. */
export interface Account {
  readonly accountId: string;
  readonly pseudonym: string;
  /** The stored address: mail goes here, never to what was typed. */
  readonly email: string;
  readonly name: string;
  readonly status: AccountStatus;
  readonly collectingRole: CollectingRole | null;
  readonly noticeVersion: string | null;
  readonly invitationExpiresAt: Date | null;
  readonly hasPasskey: boolean;
  /** An organisation of the person's lets people in with a passkey only. */
  readonly requiresPasskey: boolean;
}

/** May get a code by mail: a finished account, or one whose invitation or reset still holds. */
export const mayEnter = ({ status, invitationExpiresAt }: Account, now: Date): boolean =>
  status === 'active' || ((status === 'invited' || status === 'reset') && (invitationExpiresAt === null || invitationExpiresAt > now));
