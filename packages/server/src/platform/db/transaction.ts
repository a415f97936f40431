import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { Scope, Writer } from './database.ts';
import { namedAsHere, statementOf, type Statement } from './statements.ts';

type Named = (statement: Statement) => Statement & { readonly name?: string };

/** Runs the work in one transaction on a connection of the pool, which is thrown away when it cannot be trusted any more. */
export async function inTransaction<T>(pool: Pool, named: Named, scope: Scope, work: (db: Writer) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const connection: Connection = { client, named, isBroken: false, hasEnded: false, sent: [] };
  const lose = () => void (connection.isBroken = true);
  const release = () => {
    client.off('error', lose);
    client.release(connection.isBroken);
  };
  client.on('error', lose);
  try {
    // Not waited for: what comes first in the work goes out with them, and fails when they do.
    const begun = begin(client, named, scope);
    begun.catch(() => undefined);
    const made = await work(writerOn(connection));
    connection.hasEnded = true;
    const ended = end(connection, begun).finally(release);
    if (scope.isReading !== true && scope.mayBeLost !== true) await ended;
    else {
      ended.catch(() => undefined); // the connection is lost, and whoever asks next hears of it
      await begun;
    }
    return made;
  } catch (error) {
    if (!connection.hasEnded) {
      connection.hasEnded = true;
      await giveUp(connection, error).finally(release);
    }
    throw error;
  }
}

/** Commits, or gives up what failed. */
async function end(connection: Connection, begun: Promise<void>): Promise<void> {
  try {
    const [{ command }] = await Promise.all([connection.client.query('commit'), begun, ...connection.sent]);
    // PostgreSQL answers a COMMIT after a statement that failed with ROLLBACK.
    if (command !== 'COMMIT') throw new Error('a statement of the transaction had failed');
  } catch (error) {
    await giveUp(connection, error);
    throw error;
  }
}

async function giveUp(connection: Connection, error: unknown): Promise<void> {
  const lose = () => void (connection.isBroken = true);
  if (staleStatements.has((error as { code?: string }).code ?? '')) lose();
  await connection.client.query('rollback').catch(lose);
}

/** A named statement whose tables have changed since it was read, or that the connection does not know. */
export const staleStatements: ReadonlySet<string> = new Set(['0A000', '26000']);

async function begin(client: PoolClient, named: Named, scope: Scope): Promise<void> {
  const { organisation, account, side, isOneMoment, mayBeLost, isReading } = scope;
  const level = `begin${isOneMoment === true ? ' isolation level repeatable read' : ''}${isReading === true ? ' read only' : ''}`;
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
