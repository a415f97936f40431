import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What the holder of a data folder tells whoever knocks. */
export interface Holder {
  readonly pid: number;
  readonly url: string;
  readonly isStopping: boolean;
}

export interface Lock {
  /** From now on whoever knocks is asked to wait. */
  announceStop(): void;
  release(): void;
}

/** Another portal works with this data folder. */
export class AlreadyRunning extends Error {
  readonly holder: Holder;
  constructor(holder: Holder) {
    super(`the data folder is in use by process ${holder.pid}`);
    this.name = 'AlreadyRunning';
    this.holder = holder;
  }
}

/**
 * Takes a data folder for this process alone. The lock is a socket: the system lets go of it when the process ends, however it
 * ends, so it is never stale as a file with a process number can be.
 * @throws AlreadyRunning when another portal holds the folder and is not about to let go
 */
export async function lockFolder(folder: string, url: string, patienceMs = 20_000): Promise<Lock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const address = addressFor(folder);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let isStopping = false;
    const server = await listen(address, () => JSON.stringify({ pid: process.pid, url, isStopping } satisfies Holder));
    if (server) {
      server.unref();
      return { announceStop: () => void (isStopping = true), release: () => void server.close() };
    }
    const holder = await ask(address);
    if (holder && (!holder.isStopping || Date.now() > deadline)) throw new AlreadyRunning(holder);
    // Nobody answers: on systems where the socket is a file, it outlived its process.
    if (!holder && !isNameless(address)) rmSync(address, { force: true });
    await pause(100);
  }
}

/** On Linux a name without a file; elsewhere a file or a named pipe. */
function addressFor(folder: string): string {
  const name = `personalstatistik-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

const isNameless = (address: string) => address.startsWith('\0') || address.startsWith('\\\\');

const listen = (address: string, tell: () => string) =>
  new Promise<Server | undefined>((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(tell());
    });
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server));
  });

const ask = (address: string) =>
  new Promise<Holder | undefined>((resolve) => {
    const socket = connect(address);
    let answer = '';
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (piece) => (answer += piece.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer === '' ? undefined : (JSON.parse(answer) as Holder)));
  });
