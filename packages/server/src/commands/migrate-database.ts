import { commandTexts as texts } from '@insamling/texts';
import { migrate } from '../platform/db/index.ts';
import type { Answer } from './answer.ts';
import { operatorConfig } from './operator-services.ts';

/** `insamling migrate`: brings the tables up to date, as their owner. */
export async function migrateDatabase(): Promise<Answer> {
  const { databaseUrl, migrationDatabaseUrl } = operatorConfig();
  if (!databaseUrl || !migrationDatabaseUrl) return { line: texts.noDatabase, exit: 1 };
  await migrate(migrationDatabaseUrl, databaseUrl);
  return { line: texts.migrated, exit: 0 };
}
