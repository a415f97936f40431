export { sql, type RawBuilder } from 'kysely';
export { brokenConstraint, isDatabaseAway, openDatabase } from './database.ts';
export type { Database, Reader, Scope, Writer } from './database.ts';
export { isMigrated, migrate } from './migrate.ts';
