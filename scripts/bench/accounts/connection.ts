import { connect, type Socket } from 'node:net';

export interface Received {
  readonly status: number;
  /** By name in lower case; of `set-cookie` all. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

/**
 * One kept connection that asks one thing at a time. What asks shares the cores with what is measured, and Node's own client takes
 * three times as much of them.
 */
export class KeptConnection {
  readonly #socket: Socket;
  #received = '';
  #answered: ((answer: Received) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  isClosed = false;

  constructor(host: string, port: number) {
    this.#socket = connect({ host, port, noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (piece) => this.#take(String(piece)));
    this.#socket.on('error', (error) => this.#failed?.(error));
    this.#socket.on('close', () => {
      this.isClosed = true;
      this.#failed?.(new Error('the connection was closed before the answer'));
    });
  }

  ask(request: string): Promise<Received> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(request, 'latin1');
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(piece: string): void {
    this.#received += piece;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const [first = '', ...lines] = this.#received.slice(0, end).split('\r\n');
    const headers = new Map<string, string[]>();
    for (const line of lines) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).toLowerCase();
      headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
    }
    const length = Number(headers.get('content-length')?.[0] ?? NaN);
    if (Number.isNaN(length)) return this.#failed?.(new Error(`an answer without a length: ${first}`));
    if (this.#received.length < end + 4 + length) return;
    this.#received = this.#received.slice(end + 4 + length);
    if (headers.get('connection')?.[0] === 'close') this.isClosed = true;
    this.#answered?.({ status: Number(first.split(' ')[1]), headers });
  }
}
