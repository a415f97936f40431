/** The door of audit: the log as administrators read it, and what is kept of it outside the database. */
import type { Operation } from '../platform/operation.ts';
import { exportEvents } from './export-events.ts';
import { listEventFilters } from './list-event-filters.ts';
import { listEvents } from './list-events.ts';

export const auditOperations: Operation[] = [listEvents, listEventFilters, exportEvents];

export { keepDailyHeads, keepHeadsNow } from './keep-heads.ts';
export { resignHeadFiles } from './resign-heads.ts';
