import type { z } from 'zod';
import type * as schemas from './audit.schemas.ts';
import type { Endpoints } from './endpoint.ts';

export const audit = {
  listEvents: { method: 'GET', path: '/api/collecting/events', summary: 'Händelseloggen, den senaste händelsen först' },
  listEventFilters: {
    method: 'GET',
    path: '/api/collecting/events/filters',
    summary: 'Personer och enheter att filtrera händelseloggen med',
  },
  exportEvents: { method: 'POST', path: '/api/collecting/events/export', summary: 'Hämta händelseloggen som CSV' },
} as const satisfies Endpoints;

export type AuditLine = z.infer<typeof schemas.auditLine>;
export type EventFilters = z.infer<typeof schemas.eventFilters>;
export type EventOutcome = z.infer<typeof schemas.eventOutcome>;

/** The person in a filter that stands for all that the portal does by itself. */
export const systemPerson = 'system';
/** Most events that a CSV file holds. */
export const mostExportedEvents = 50_000;
