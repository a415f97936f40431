/** The door of users: looking after everybody's account. */
import type { Operation } from '../platform/operation.ts';
import { approveAdministrator } from './approve-administrator.ts';
import { approveReset } from './approve-reset.ts';
import { blockUser } from './block-user.ts';
import { changeCollectingRole } from './change-collecting-role.ts';
import { declineAdministrator } from './decline-administrator.ts';
import { declineReset } from './decline-reset.ts';
import { endUserSessions } from './end-user-sessions.ts';
import { endUser } from './end-user.ts';
import { inviteUser } from './invite-user.ts';
import { listUsers } from './list-users.ts';
import { resendInvitation } from './resend-invitation.ts';
import { resetUser } from './reset-user.ts';
import { showUser } from './show-user.ts';
import { unblockUser } from './unblock-user.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

export { awaitsAdministrator } from './reader.ts';
export { tellOfAdministrator } from './tell.ts';

export const userOperations: Operation[] = [
  listUsers,
  showUser,
  inviteUser,
  resendInvitation,
  withdrawInvitation,
  changeCollectingRole,
  blockUser,
  unblockUser,
  endUser,
  endUserSessions,
  resetUser,
  approveReset,
  declineReset,
  approveAdministrator,
  declineAdministrator,
];
