import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './users.schemas.ts';

export const users = {
  // A question that is posted: the word one searches by is a name, and names do not stand in addresses.
  listUsers: { method: 'POST', path: '/api/collecting/users/find', summary: 'Användare, sökta och filtrerade' },
  showUser: { method: 'GET', path: '/api/collecting/users/:accountId', summary: 'En användare med roller och återställningar' },
  inviteUser: { method: 'POST', path: '/api/collecting/users', summary: 'Bjud in en användare' },
  resendInvitation: { method: 'POST', path: '/api/collecting/users/:accountId/resend-invitation', summary: 'Skicka inbjudan igen' },
  withdrawInvitation: { method: 'POST', path: '/api/collecting/users/:accountId/withdraw-invitation', summary: 'Dra tillbaka en inbjudan' },
  changeCollectingRole: { method: 'PUT', path: '/api/collecting/users/:accountId/role', summary: 'Ändra roll på insamlingssidan' },
  blockUser: { method: 'POST', path: '/api/collecting/users/:accountId/block', summary: 'Spärra ett konto' },
  unblockUser: { method: 'POST', path: '/api/collecting/users/:accountId/unblock', summary: 'Häv spärren på ett konto' },
  endUser: { method: 'POST', path: '/api/collecting/users/:accountId/end', summary: 'Avsluta ett konto' },
  endUserSessions: { method: 'POST', path: '/api/collecting/users/:accountId/end-sessions', summary: 'Logga ut en användare överallt' },
  resetUser: {
    method: 'POST',
    path: '/api/collecting/users/:accountId/reset',
    summary: 'Återställ inloggningen för den som har mist sin app',
  },
  approveReset: {
    method: 'POST',
    path: '/api/collecting/resets/:reset/approve',
    summary: 'Godkänn en annan administratörs begäran om återställning',
  },
  declineReset: { method: 'POST', path: '/api/collecting/resets/:reset/decline', summary: 'Avslå en begäran om återställning' },
  approveAdministrator: {
    method: 'POST',
    path: '/api/collecting/administrator-requests/:administratorRequest/approve',
    summary: 'Godkänn en annan administratörs begäran om en ny administratör',
  },
  declineAdministrator: {
    method: 'POST',
    path: '/api/collecting/administrator-requests/:administratorRequest/decline',
    summary: 'Avslå en begäran om en ny administratör',
  },
} as const satisfies Endpoints;

export type UserRow = z.infer<typeof schemas.userRow>;
export type UserView = z.infer<typeof schemas.userView>;
export type UserRequest = z.infer<typeof schemas.userRequest>;
export type UserReset = z.infer<typeof schemas.userReset>;
export type UserRole = z.infer<typeof schemas.userRole>;
export type UserStatus = z.infer<typeof schemas.userStatus>;

export const userProblems = {
  'user.not-allowed': 403,
  'user.role-not-grantable': 403,
  'user.second-person-needed': 403,
  'user.own-account': 409,
  'user.exists': 409,
  'user.wrong-state': 409,
  'user.invited-just-now': 409,
  'user.reset-waiting': 409,
  'user.administrator-waiting': 409,
  'user.unit-unknown': 422,
  'user.reason-holds-personal-number': 422,
} as const;
