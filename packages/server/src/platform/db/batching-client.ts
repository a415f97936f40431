import pg from 'pg';

/** A statement for the database; with a name it is read and planned once for a connection. */
export interface Asked {
  readonly text: string;
  readonly values: unknown[];
  readonly name?: string;
}

/**
 * Asks what is asked in one breath as one packet with one end, so that PostgreSQL sends one packet back: every packet wakes the other
 * side. A breath succeeds or fails as a whole, and one without a `begin` in it is a transaction of its own.
 */
export class BatchingClient extends pg.Client {
  #breath: Breath | undefined;

  /** @throws what was the first of its breath to fail failed with */
  ask<Row extends pg.QueryResultRow>(statement: Asked): Promise<pg.QueryResult<Row>> {
    this.#breath ??= this.#begin();
    return this.#breath.add<Row>(statement);
  }

  #begin(): Breath {
    const breath = new Breath();
    process.nextTick(() => {
      this.#breath = undefined;
      this.query(breath);
    });
    return breath;
  }
}

/** What the driver's client calls of a question that is under way, which its types do not tell. */
interface Question {
  name: string | undefined;
  text: string;
  submit(connection: Connection): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleEmptyQuery(connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}
type Connection = pg.Connection & { readonly submittedNamedStatements: Record<string, string | undefined> };

const DriversQuery = pg.Query as unknown as new (
  text: string,
  values: unknown[],
  answered: (error: Error | null, result: unknown) => void,
) => Question;

/** Several questions that the driver takes for one, answered in their order. */
class Breath extends (DriversQuery as unknown as typeof pg.Query) {
  readonly #questions: Question[] = [];
  #at = 0;

  constructor() {
    super({ text: '' });
  }

  add<Row extends pg.QueryResultRow>(asked: Asked): Promise<pg.QueryResult<Row>> {
    return new Promise((resolve, reject) => {
      const answered = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result as pg.QueryResult<Row>));
      const question = new DriversQuery(asked.text, asked.values, answered);
      this.#questions.push(Object.assign(question, { name: asked.name, queryMode: 'extended' }));
    });
  }

  override submit = (connection: pg.Connection): null => {
    const written: Buffer[] = [];
    const gathering = Object.create(connection, {
      _send: { value: (piece: Buffer) => void written.push(piece) },
      // Each would end its own packet.
      sync: { value: () => undefined },
    }) as Connection;
    this.#turnTo(0);
    for (const question of this.#questions) {
      const fault = question.submit(gathering);
      // What is noted as read by the database will not be: nobody shall ask on this connection again.
      if (fault) connection.stream.destroy(fault);
    }
    connection.sync.call(gathering);
    if (connection.stream.writable) connection.stream.write(Buffer.concat(written));
    return null;
  };

  handleRowDescription(message: unknown): void {
    this.#questions[this.#at]?.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    this.#questions[this.#at]?.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#questions[this.#at]?.handleCommandComplete(message, connection);
    this.#turnTo(this.#at + 1);
  }
  handleEmptyQuery(connection: Connection): void {
    this.#questions[this.#at]?.handleEmptyQuery(connection);
    this.#turnTo(this.#at + 1);
  }
  handleReadyForQuery(connection: Connection): void {
    for (const question of this.#questions) question.handleReadyForQuery(connection);
  }
  /** What came after the one that failed was not even read. */
  handleError(error: Error, connection: Connection): void {
    for (const { name } of this.#questions.slice(this.#at)) if (name) delete connection.submittedNamedStatements[name];
    for (const question of this.#questions) question.handleError(error, connection);
  }

  /** The client notes under the name and text of the question under way that the database has read it. */
  #turnTo(place: number): void {
    this.#at = place;
    const { name, text } = this.#questions[place] ?? { name: undefined, text: '' };
    Object.assign(this, { name, text });
  }
}
