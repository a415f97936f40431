import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { Scope, Writer } from './database.ts';
import { namedAsHere, statementOf, type Statement } from './statements.ts';

type Named = (statement: Statement) => Statement & { readonly name?: string };

/** Runs the work in one transaction on a connection of the pool, which is thrown away when it cannot be trusted any more. */
export async function inTransaction<T>(pool: Pool, named: Named, scope: Scope, work: (db: Writer) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const connection: Connection = { client, named, isBroken: false, hasEnded: false, sent: [] };
  const lose = () => void (connection.isBroken = true);
  client.on('error', lose);
  try {
    // Not waited for: what comes first in the work goes out with them, and fails when they do.
    const begun = begin(client, named, scope);
    begun.catch(() => undefined);
    const working = work(writerOn(connection));
    if (scope.isOneBreath !== true) await working;
    connection.hasEnded = true;
    const [made, { command }] = await Promise.all([working, client.query('commit'), begun, ...connection.sent]);
    // PostgreSQL answers a COMMIT after a statement that failed with ROLLBACK.
    if (command !== 'COMMIT') throw new Error('a statement of the transaction had failed');
    return made;
  } catch (error) {
    connection.hasEnded = true;
    if (staleStatements.has((error as { code?: string }).code ?? '')) lose();
    await client.query('rollback').catch(lose);
    throw error;
  } finally {
    client.off('error', lose);
    client.release(connection.isBroken);
  }
}

/** A named statement whose tables have changed since it was read, or that the connection does not know. */
export const staleStatements: ReadonlySet<string> = new Set(['0A000', '26000']);

async function begin(client: PoolClient, named: Named, { organisation, account, side, isOneMoment, mayBeLost }: Scope): Promise<void> {
  const level = isOneMoment === true ? 'begin isolation level repeatable read' : 'begin';
  const begun = client.query(mayBeLost === true ? `${level}; set local synchronous_commit = off` : level);
  // Settings end with their transaction, so a scope of nothing needs none.
  const isScoped = organisation !== undefined || account !== undefined || side !== undefined;
  await Promise.all([begun, isScoped && client.query(named({ text: setScope, values: [organisation ?? '', account ?? '', side ?? ''] }))]);
}
const setScope = "select set_config('app.organisation', $1, true), set_config('app.account', $2, true), set_config('app.side', $3, true)";

const writing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

interface Connection {
  readonly client: PoolClient;
  readonly named: Named;
  isBroken: boolean;
  /** The connection may be somebody else's by now. */
  hasEnded: boolean;
  /** What was written without waiting. */
  readonly sent: Promise<unknown>[];
}

function writerOn(connection: Connection): Writer {
  const { client, named, sent } = connection;
  const query = <Row extends QueryResultRow>(statement: Statement) => {
    if (connection.hasEnded) throw new Error('a question was asked after its transaction had ended');
    return client.query<Row>(named(statement));
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
      const answered = query(statementOf(builder));
      answered.catch(() => undefined); // heard with the commit
      sent.push(answered);
    },
    executeSql: async (text, values) => ({ rows: (await query<Record<string, unknown>>({ text, values })).rows }),
  };
}
