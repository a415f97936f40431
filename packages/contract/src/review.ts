import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './review.schemas.ts';

export const review = {
  showOverview: { method: 'GET', path: '/api/collecting/overview', summary: 'Läget i insamlingen' },
  listUnits: { method: 'GET', path: '/api/collecting/units', summary: 'Alla enheter med läge i perioden' },
  beginReview: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/begin-review', summary: 'Börja granska en inlämning' },
  acceptDelivery: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/accept', summary: 'Godkänn en inlämning' },
  returnDelivery: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/return', summary: 'Begär komplettering' },
  reopenDelivery: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/reopen', summary: 'Öppna en inlämning för ändring' },
} as const satisfies Endpoints;

export type Overview = z.infer<typeof schemas.overview>;
export type UnitRow = z.infer<typeof schemas.unitRow>;

export const reviewProblems = {} as const;
