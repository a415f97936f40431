import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './units.schemas.ts';

export const units = {
  showUnit: { method: 'GET', path: '/api/e/:unit', summary: 'En enhet med lönesystem och personer' },
  changePayrollSystem: { method: 'PUT', path: '/api/e/:unit/payroll-system', summary: 'Ändra enhetens lönesystem' },
  invitePerson: { method: 'POST', path: '/api/e/:unit/people', summary: 'Bjud in en person till enheten' },
  resendPersonInvitation: {
    method: 'POST',
    path: '/api/e/:unit/people/:accountId/resend-invitation',
    summary: 'Skicka en inbjudan till enheten igen',
  },
  changePerson: { method: 'PUT', path: '/api/e/:unit/people/:accountId', summary: 'Ändra en persons roll i enheten' },
  removePerson: { method: 'DELETE', path: '/api/e/:unit/people/:accountId', summary: 'Ta bort en person ur enheten' },
  showSignInPolicy: { method: 'GET', path: '/api/e/:unit/sign-in', summary: 'Hur organisationens personer får logga in' },
  changeSignInPolicy: { method: 'PUT', path: '/api/e/:unit/sign-in', summary: 'Bestäm hur organisationens personer får logga in' },
} as const satisfies Endpoints;

export type UnitView = z.infer<typeof schemas.unitView>;
export type SignInPolicy = z.infer<typeof schemas.signInPolicy>;
export type UnitPerson = z.infer<typeof schemas.unitPerson>;

export const unitProblems = {
  'unit.not-allowed': 403,
  'unit.already-member': 409,
  'unit.invalid-email': 422,
  'unit.own-role': 409,
  'unit.role-not-grantable': 403,
} as const;
