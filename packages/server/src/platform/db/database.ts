import {
  CamelCasePlugin,
  CompiledQuery,
  Kysely,
  PostgresDialect,
  sql,
  type RawBuilder,
  type Transaction,
  type TransactionBuilder,
} from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';

pg.types.setTypeParser(20, Number); // bigint: our counts stay far below 2^53
pg.types.setTypeParser(1082, (text) => text); // date: a calendar date is text, not midnight somewhere

/** Reads; row-level security is set for it. */
export interface Reader {
  all<Row>(statement: RawBuilder<unknown>): Promise<Row[]>;
  /** The only row, or undefined. @throws Error when there are several */
  maybe<Row>(statement: RawBuilder<unknown>): Promise<Row | undefined>;
}

/** Exists only inside a transaction. */
export interface Writer extends Reader {
  /** @returns number of rows written */
  run(statement: RawBuilder<unknown>): Promise<number>;
  /** For libraries that bring their own SQL with $1 parameters (jobs). */
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** What row-level security may see: one organisation, the rows of one account, or everything as the collecting side. */
export interface Scope {
  readonly organisation?: string | undefined;
  readonly account?: string | undefined;
  readonly side?: 'collecting' | undefined;
  /** Everything is read as it was at one moment, whatever others write meanwhile: for answers put together of several tables. */
  readonly isOneMoment?: boolean | undefined;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Runs the work in one transaction; repeats it when the database asks for that (serialisation, deadlock). */
  transaction<T>(scope: Scope, work: (db: Writer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openDatabase(url: string, log: Logger, max = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5000, application_name: 'personalstatistik' });
  pool.on('error', (error) => log.warn({ reason: error.message }, 'a database connection was lost'));
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    pool,
    transaction: (scope, work) =>
      repeatedly(() =>
        begunBy(kysely, scope).execute(async (transaction) => {
          // Settings end with their transaction, so a scope of nothing needs none: one question less for every sign-in.
          if (scope.organisation ?? scope.account ?? scope.side)
            await sql`select set_config('app.organisation', ${scope.organisation ?? ''}, true),
                       set_config('app.account', ${scope.account ?? ''}, true),
                       set_config('app.side', ${scope.side ?? ''}, true)`.execute(transaction);
          return work(writerIn(transaction));
        }),
      ),
    close: () => kysely.destroy(),
  };
}

function begunBy(kysely: Kysely<unknown>, { isOneMoment }: Scope): TransactionBuilder<unknown> {
  const transaction = kysely.transaction();
  return isOneMoment === true ? transaction.setIsolationLevel('repeatable read') : transaction;
}

function writerIn(transaction: Transaction<unknown>): Writer {
  const all = async <Row>(statement: RawBuilder<unknown>) => (await statement.execute(transaction)).rows as Row[];
  return {
    all,
    async maybe<Row>(statement: RawBuilder<unknown>) {
      const rows = await all<Row>(statement);
      if (rows.length > 1) throw new Error('one row was expected, several came');
      return rows[0];
    },
    async run(statement) {
      const result = await statement.execute(transaction);
      return Number(result.numAffectedRows ?? 0);
    },
    async executeSql(text, values) {
      const result = await transaction.withoutPlugins().executeQuery<unknown>(CompiledQuery.raw(text, values));
      return { rows: result.rows };
    },
  };
}

const repeatable = new Set(['40001', '40P01']);

async function repeatedly<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5 || !repeatable.has((error as { code?: string }).code ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt + Math.random() * 20));
    }
  }
}

/** True for the errors that mean "the database is not there now", as opposed to "the statement is wrong". */
export function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    /^(08|57P0|53)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  );
}

/** The unique constraint a statement broke, or undefined. */
export const brokenConstraint = (error: unknown): string | undefined =>
  (error as { code?: string }).code === '23505' ? (error as { constraint?: string }).constraint : undefined;
