/** A real PostgreSQL and a mail inbox for a first run and for tests. Never loaded in production. */
export { startInbox } from './inbox.ts';
export type { Inbox } from './inbox.ts';
export type { CapturedMail } from './mail-folder.ts';
export { startPostgres } from './postgres.ts';
export type { RunningPostgres } from './postgres.ts';
export { ensureDatabase } from './roles.ts';
export type { DatabaseUrls } from './roles.ts';
