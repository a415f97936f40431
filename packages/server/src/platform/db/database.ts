import type { RawBuilder } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { BatchingClient } from './batching-client.ts';
import { statementNames, type Statement } from './statements.ts';
import { inTransaction, staleStatements } from './transaction.ts';

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
  /** Writes without waiting: the commit goes out behind it, and when it fails the transaction does. */
  send(statement: RawBuilder<unknown>): void;
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
  /** Committed without waiting for the disk: a power cut may undo it, a process that is killed cannot. For what is merely counted. */
  readonly mayBeLost?: boolean | undefined;
  /**
   * All is asked before anything is waited for, and the end goes out with it: one packet there and one back. What is asked later is
   * refused, and what was asked before stands by then.
   */
  readonly isOneBreath?: boolean | undefined;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Runs the work in one transaction; repeats it when the database asks for that (serialisation, deadlock). */
  transaction<T>(scope: Scope, work: (db: Writer) => Promise<T>): Promise<T>;
  /** Each question by itself, in no scope. */
  readonly reader: Reader;
  close(): Promise<void>;
}

/** @param options  `isPooled`: another program hands out the connections, and may not know the statements that were named in them */
export function openDatabase(url: string, log: Logger, { max = 10, isPooled = false } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    application_name: 'personalstatistik',
    Client: BatchingClient,
    // Questions are sent as they come, not each after the answer to the one before.
    pipeline: true,
  });
  pool.on('error', (error) => log.warn({ reason: error.message }, 'a database connection was lost'));
  const named = isPooled ? (statement: Statement) => statement : statementNames();
  const transaction: Database['transaction'] = (scope, work) => repeatedly(() => inTransaction(pool, named, scope, work));
  return {
    pool,
    transaction,
    reader: {
      all: <Row>(statement: RawBuilder<unknown>) => transaction({ isOneBreath: true }, (db) => db.all<Row>(statement)),
      maybe: <Row>(statement: RawBuilder<unknown>) => transaction({ isOneBreath: true }, (db) => db.maybe<Row>(statement)),
    },
    close: () => pool.end(),
  };
}

/** The database asks for another try: serialisation, deadlock, a statement to be read anew. */
const repeatable = new Set(['40001', '40P01', ...staleStatements]);

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
  const { code = '', syscall, message = '' } = error as { code?: string; syscall?: string; message?: string };
  return (
    /^(08|57P0|53)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    (code === 'ENOENT' && syscall === 'connect') || // the socket's file is gone
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  );
}

/** The unique constraint a statement broke, or undefined. */
export const brokenConstraint = (error: unknown): string | undefined =>
  (error as { code?: string }).code === '23505' ? (error as { constraint?: string }).constraint : undefined;
