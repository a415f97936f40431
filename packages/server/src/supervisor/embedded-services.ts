import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fillGaps, startTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import { keysFile, newPassword, storedSecret, storedSecretKeys } from './stored-secrets.ts';

/** Settings that the portal's processes get from what was started for them. */
export type Provided = Partial<Record<'DATABASE_URL' | 'MIGRATION_DATABASE_URL' | 'SMTP_URL' | 'INBOX_URL' | 'SECRET_KEYS', string>>;

export interface EmbeddedServices {
  readonly provided: Provided;
  stop(): Promise<void>;
}

/**
 * Brings what is not configured: keys, a PostgreSQL that is started again when it dies, a mail inbox. With everything
 * configured nothing is loaded and nothing is written.
 * @param events.say      a line for the terminal
 * @param events.giveUp   called when a database that died cannot be brought back
 */
export async function startEmbedded(
  config: Config,
  events: { say(line: string): void; giveUp(line: string): void },
): Promise<EmbeddedServices> {
  // The key comes before the database: a database without its key is refused, so it must never exist alone.
  const keys = config.secretKeys.length > 0 ? {} : { SECRET_KEYS: firstRunKeys(config.dataDir) };
  if (config.databaseUrl && config.smtpUrl) return { provided: keys, stop: async () => undefined };

  const embedded = await import('@insamling/embedded');
  const database = config.databaseUrl ? undefined : await keepDatabase(embedded, config, events);
  const inbox = config.smtpUrl ? undefined : await embedded.startInbox({ folder: join(config.dataDir, 'mail') });
  return {
    provided: { ...keys, ...database?.provided, ...(inbox && { SMTP_URL: inbox.smtpUrl, INBOX_URL: inbox.webUrl }) },
    async stop() {
      await inbox?.stop();
      await database?.stop();
    },
  };
}

function firstRunKeys(dataDir: string): string {
  const [file, folder] = [keysFile(dataDir), join(dataDir, 'postgres-18')];
  if (!existsSync(file) && existsSync(folder)) throw new Error(fillGaps(startTexts.keysMissing, { file, folder }));
  return storedSecretKeys(dataDir);
}

async function keepDatabase(
  embedded: typeof import('@insamling/embedded'),
  config: Config,
  events: { say(line: string): void; giveUp(line: string): void },
): Promise<EmbeddedServices> {
  events.say(startTexts.database);
  let isStopping = false;
  let server = await embedded.startPostgres({ folder: config.dataDir });
  const password = (name: string) => storedSecret(join(config.dataDir, 'keys', `database-${name}`), newPassword);
  const urls = await embedded.ensureDatabase(server.adminUrl, 'personalstatistik', {
    owner: password('owner'),
    application: password('application'),
  });
  void (async () => {
    for (;;) {
      await server.ended;
      if (isStopping) return;
      events.say(startTexts.databaseDied);
      server = await embedded.startPostgres({ folder: config.dataDir });
    }
  })().catch(() => events.giveUp(startTexts.databaseLost));
  return {
    provided: { DATABASE_URL: urls.applicationUrl, MIGRATION_DATABASE_URL: urls.ownerUrl },
    async stop() {
      isStopping = true;
      await server.stop();
    },
  };
}
