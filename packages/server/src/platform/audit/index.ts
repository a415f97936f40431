export { recordEvent, verifyChains } from './record.ts';
export type { AuditEvent } from './record.ts';
