import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import pg from 'pg';
import { PgBoss } from 'pg-boss';

const folder = join(import.meta.dirname, '../../../migrations');

/**
 * Brings the database up to date: our tables, then the job tables. Several processes may call it at once (advisory lock);
 * one works, the others find nothing to do.
 * @param migrationUrl the owner of the tables
 * @param applicationUrl login of the running application; made a member of `insamling_app` when it is not
 */
export async function migrate(migrationUrl: string, applicationUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: migrationUrl, max: 2 });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: plainSqlMigrations } }).migrateToLatest();
    if (error) throw error;
    await prepareJobTables(migrationUrl);
    const login = decodeURIComponent(new URL(applicationUrl).username);
    await sql`select set_config('lock_timeout', '10s', false)`.execute(db);
    await sql.raw(jobGrants).execute(db);
    const member = await sql<{ member: boolean }>`select pg_has_role(${login}, 'insamling_app', 'member') as member`.execute(db);
    if (member.rows[0]?.member !== true) await sql`grant insamling_app to ${sql.id(login)}`.execute(db);
  } finally {
    await db.destroy();
  }
}

/** True when every migration in the folder has been run. */
export async function isMigrated(pool: pg.Pool): Promise<boolean> {
  const wanted = Object.keys(await plainSqlMigrations());
  const done = await pool.query<{ name: string }>('select name from kysely_migration');
  const names = new Set(done.rows.map((row) => row.name));
  return wanted.every((name) => names.has(name));
}

async function plainSqlMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = files.map((name) => [
    name.replace(/\.sql$/, ''),
    { up: async (db: Kysely<unknown>) => void (await sql.raw(await readFile(join(folder, name), 'utf8')).execute(db)) },
  ]);
  return Object.fromEntries(entries) as Record<string, Migration>;
}

async function prepareJobTables(migrationUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: migrationUrl, schema: 'jobs', supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
}

const jobGrants = `
  grant usage on schema jobs to insamling_app;
  grant select, insert, update, delete on all tables in schema jobs to insamling_app;
  grant usage, select on all sequences in schema jobs to insamling_app;
  grant execute on all functions in schema jobs to insamling_app;
  grant select on kysely_migration to insamling_app;`;
