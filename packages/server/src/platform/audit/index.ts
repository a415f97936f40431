export { firstBrokenEvent, noOrganisation, recordEvent } from './record.ts';
export type { AuditEvent } from './record.ts';
