import { randomUUID } from 'node:crypto';
import type { CollectingRole } from '@insamling/contract';
import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import type { AccountStatus } from './account.ts';
import { normaliseAddress } from './address.ts';
import { newPseudonym } from './former-account.ts';
import { invitationLetter } from './invitation.mail.ts';
import { insertInvited, renewInvitation } from './writer.ts';

export interface Invitation {
  readonly email: string;
  readonly name: string;
  /** Account id, or null when the operator invites from the command line. */
  readonly invitedBy: string | null;
  readonly collectingRole?: CollectingRole | undefined;
}

/**
 * Makes an account for the address, or gives the one there is; whoever has not finished it is invited (again) by mail in the
 * same transaction and has INVITATION_DAYS to do it. A finished account gets no letter: it needs nothing.
 * @throws Error when the address is none; ask `normaliseAddress` first
 */
export async function inviteAccount(
  db: Writer,
  services: Services,
  now: Date,
  { email, name, invitedBy, collectingRole }: Invitation,
): Promise<{ accountId: string; isNew: boolean; status: AccountStatus; expiresAt: Date }> {
  const address = normaliseAddress(email);
  if (!address) throw new Error('an invitation needs an e-mail address');
  const expiresAt = new Date(now.getTime() + services.config.limits.invitationDays * 86_400_000);
  const accountId = randomUUID();
  const isNew = await insertInvited(db, {
    accountId,
    pseudonym: newPseudonym(),
    email: address,
    name,
    collectingRole: collectingRole ?? null,
    invitedBy,
    at: now,
    expiresAt,
  });
  const account = isNew
    ? { accountId, status: 'invited' as const }
    : await renewInvitation(db, address, { name, collectingRole: collectingRole ?? null, at: now, expiresAt });
  if (!account) throw new Error('the account is neither new nor there');
  if (account.status === 'invited') await postLetter(db, services, now, 'invitation', address, invitationLetter(services.config));
  return { ...account, isNew, expiresAt };
}
