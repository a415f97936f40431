import type { z } from 'zod';
import type * as schemas from './accounts.schemas.ts';
import type * as common from './common.schemas.ts';
import type { Endpoints } from './endpoint.ts';

export const accounts = {
  whoAmI: { method: 'GET', path: '/api/me', summary: 'Den inloggade, med enheter och roller' },
  changeMyProfile: { method: 'PUT', path: '/api/me', summary: 'Ändra eget namn och telefonnummer' },
  listMySessions: { method: 'GET', path: '/api/me/sessions', summary: 'Var den inloggade är inloggad' },
  endMySession: { method: 'DELETE', path: '/api/me/sessions/:session', summary: 'Logga ut en annan enhet' },
  endMyOtherSessions: { method: 'POST', path: '/api/me/sessions/end-others', summary: 'Logga ut alla andra enheter' },
  showSignInWarning: { method: 'GET', path: '/api/me/sign-in-warning', summary: 'Försök att logga in med rätt lösenord men fel kod' },
  dismissSignInWarning: { method: 'POST', path: '/api/me/sign-in-warning/dismiss', summary: 'Varningen är läst' },
  askAddressChange: { method: 'POST', path: '/api/me/address', summary: 'Be om en kod till en ny egen e-postadress' },
  confirmAddressChange: { method: 'POST', path: '/api/me/address/confirm', summary: 'Byt egen e-postadress med koden som kom dit' },
  stepUp: { method: 'POST', path: '/api/me/step-up', summary: 'Visa med en ny kod från appen att det är du' },
} as const satisfies Endpoints;

export type Me = z.infer<typeof schemas.me>;
export type MySession = z.infer<typeof schemas.mySession>;
export type MyUnit = z.infer<typeof schemas.myUnit>;
export type UnitRole = z.infer<typeof common.unitRole>;
export type CollectingRole = z.infer<typeof common.collectingRole>;

/** Refusals of this capability: code → HTTP status. Their Swedish sentences are in `texts`. */
export const accountProblems = {
  'account.not-signed-in': 401,
  'account.not-allowed': 403,
  'account.step-up-needed': 403,
  'account.address-invalid': 422,
  'account.address-taken-meanwhile': 409,
  'request.not-found': 404,
  'request.invalid': 400,
  /** A text that others read seems to hold a personal number. */
  'request.holds-personal-number': 422,
  'request.cross-site': 403,
  'request.wrong-host': 421,
  'request.too-large': 413,
  'request.method-not-allowed': 405,
  'request.unsupported-media-type': 415,
  'service.unavailable': 503,
  'service.defect': 500,
} as const;
