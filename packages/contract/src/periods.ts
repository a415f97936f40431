import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './periods.schemas.ts';

export const periods = {
  showUnitPeriods: { method: 'GET', path: '/api/e/:unit/periods', summary: 'Perioden som pågår för enheten och nästa' },
  listRounds: { method: 'GET', path: '/api/collecting/rounds', summary: 'Insamlingar med perioder' },
  changePeriod: { method: 'PUT', path: '/api/collecting/periods/:period', summary: 'Ändra en periods dagar och texter' },
} as const satisfies Endpoints;

export type Period = z.infer<typeof schemas.period>;
export type PeriodKind = z.infer<typeof schemas.periodKind>;
export type PeriodTexts = z.infer<typeof schemas.periodTexts>;
export type UnitPeriods = z.infer<typeof schemas.unitPeriods>;
export type Round = z.infer<typeof schemas.round>;

export const periodProblems = {
  'period.closed': 409,
  'period.none-open': 409,
  'period.upload-closed': 409,
  'period.dates-out-of-order': 422,
  'period.changed-meanwhile': 409,
  'period.name-not-typed': 422,
  'period.erased': 409,
} as const;
