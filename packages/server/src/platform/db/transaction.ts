import { DatabaseError, type Pool, type QueryResultRow } from 'pg';
import type { BatchingClient } from './batching-client.ts';
import type { Scope, Writer } from './database.ts';
import { namedAsHere, statementOf, type Statement } from './statements.ts';

type Named = (statement: Statement) => Statement & { readonly name?: string };
type Client = BatchingClient & { release(isBroken: boolean): void };

/** Runs the work in one transaction on a connection of the pool, which is thrown away when it cannot be trusted any more. */
export async function inTransaction<T>(pool: Pool, named: Named, scope: Scope, work: (db: Writer) => Promise<T>): Promise<T> {
  const client = (await pool.connect()) as unknown as Client;
  const connection: Connection = { client, named, isBroken: false, hasEnded: false, hasFailed: false, sent: [] };
  const lose = () => void (connection.isBroken = true);
  client.on('error', lose);
  // One breath is a transaction already.
  const isBegun = scope.isOneBreath !== true || scope.isOneMoment === true;
  try {
    // Not waited for: what comes first in the work goes out with them, and fails when they do.
    const begun = Promise.all(beginningOf(scope, isBegun).map((statement) => client.ask(named(statement))));
    begun.catch(() => undefined);
    const working = work(writerOn(connection));
    if (scope.isOneBreath !== true) await working;
    connection.hasEnded = true;
    const [made, ended] = await Promise.all([working, isBegun && client.ask(named(commit)), begun, ...connection.sent]);
    // PostgreSQL answers a COMMIT after a statement that failed with ROLLBACK.
    if (connection.hasFailed || (ended && ended.command !== 'COMMIT')) throw new Error('a statement of the transaction had failed');
    return made;
  } catch (error) {
    connection.hasEnded = true;
    if (error instanceof DatabaseError) Error.captureStackTrace(error); // where it was asked, instead of where it was read
    if (staleStatements.has((error as { code?: string }).code ?? '')) lose();
    if (isBegun) await client.ask(named(rollback)).catch(lose);
    throw error;
  } finally {
    client.off('error', lose);
    client.release(connection.isBroken);
  }
}

/** A named statement whose tables have changed since it was read, or that the connection does not know. */
export const staleStatements: ReadonlySet<string> = new Set(['0A000', '26000']);

const commit: Statement = { text: 'commit', values: [] };
const rollback: Statement = { text: 'rollback', values: [] };

/** Settings end with their transaction, so a scope of nothing needs none. */
function beginningOf({ organisation, account, side, isOneMoment, mayBeLost }: Scope, isBegun: boolean): Statement[] {
  const statements: Statement[] = [];
  if (isBegun) statements.push({ text: isOneMoment === true ? 'begin isolation level repeatable read' : 'begin', values: [] });
  if (mayBeLost === true) statements.push({ text: "select set_config('synchronous_commit', 'off', true)", values: [] });
  if (organisation !== undefined || account !== undefined || side !== undefined)
    statements.push({ text: setScope, values: [organisation ?? '', account ?? '', side ?? ''] });
  return statements;
}
const setScope = "select set_config('app.organisation', $1, true), set_config('app.account', $2, true), set_config('app.side', $3, true)";

const writing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

interface Connection {
  readonly client: Client;
  readonly named: Named;
  isBroken: boolean;
  /** The connection may be somebody else's by now. */
  hasEnded: boolean;
  /** A statement has failed, whoever has heard of it. */
  hasFailed: boolean;
  /** What was written without waiting. */
  readonly sent: Promise<unknown>[];
}

function writerOn(connection: Connection): Writer {
  const { client, named, sent } = connection;
  const query = <Row extends QueryResultRow>(statement: Statement) => {
    if (connection.hasEnded) throw new Error('a question was asked after its transaction had ended');
    const answered = client.ask<Row>(named(statement));
    answered.catch(() => (connection.hasFailed = true));
    return answered;
  };
  const all: Writer['all'] = async <Row>(builder: Parameters<Writer['all']>[0]) =>
    namedAsHere<Row>((await query<Record<string, unknown>>(statementOf(builder))).rows);
  return {
    all,
    async maybe<Row>(builder: Parameters<Writer['maybe']>[0]) {
      const rows = await all<Row>(builder);
      if (rows.length > 1) throw new Error('one row was expected, several came');
      return rows[0];
    },
    async run(builder) {
      const { command, rowCount } = await query(statementOf(builder));
      return writing.has(command) ? (rowCount ?? 0) : 0;
    },
    send(builder) {
      sent.push(query(statementOf(builder)));
    },
    executeSql: async (text, values) => ({ rows: (await query<Record<string, unknown>>({ text, values })).rows }),
  };
}
