import type { Writable } from 'node:stream';
import pg from 'pg';

/** What is asked in one breath goes out as one packet: every packet wakes the other side. */
export class BatchingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const { connection } = this as unknown as { connection: { stream: Writable } };
    const ask = this.query.bind(this) as (...question: unknown[]) => unknown;
    this.query = ((...question: unknown[]) => {
      // Not kept: once the connection is encrypted it is another.
      const { stream } = connection;
      stream.cork();
      process.nextTick(() => stream.uncork());
      return ask(...question);
    }) as typeof this.query;
  }
}
