export type { AuditEvent } from './event.ts';
export { headFolder, readHeadFiles, writeHeadFile } from './head-files.ts';
export { addSignature, headsNow, isSigned, signHeads } from './heads.ts';
export type { SignedHeads } from './heads.ts';
export { forgetOldReadings, recordReading } from './reading.ts';
export { recordEvent } from './record.ts';
export { provedByOtherKeys, renewMacs } from './renew.ts';
export { verifyLog } from './verify-log.ts';
