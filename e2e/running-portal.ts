import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A letter as the inbox's JSON tells it. */
export interface Letter {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A portal as `npm start` brings it up: supervisor, PostgreSQL, inbox, processes. */
export interface RunningPortal {
  readonly url: string;
  readonly inboxUrl: string;
  readonly dataDir: string;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Pid of the supervisor. */
  readonly pid: number;
  /** The time in every process of the portal. */
  now(): Date;
  /** Moves that time on. */
  wait(seconds: number): Promise<void>;
  lettersTo(email: string): Promise<Letter[]>;
  /** Waits until an address has more letters (of the subject) than it had; gives the newest. */
  nextLetterTo(email: string, alreadySeen: number, subject?: string): Promise<Letter>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Also removes its data. */
  discard(): Promise<void>;
}

const node24 = process.execPath;

interface Start {
  /** The data folder to start with; without it an empty one of the portal's own. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a portal on free ports and waits until it is ready. */
export async function startPortal(options: Start = {}): Promise<RunningPortal> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'portal-')));
  const port = await freePort();
  const clockFile = join(dataDir, 'clock');
  if (!existsSync(clockFile)) await writeFile(clockFile, '0');
  const url = `http://localhost:${port}`;
  let output = '';
  let shift = 0;
  const child = spawn(node24, [join(import.meta.dirname, '../packages/server/src/start.ts')], {
    env: {
      ...process.env,
      NODE_ENV: '',
      DATA_DIR: dataDir,
      PORT: String(port),
      TEST_CLOCK_FILE: clockFile,
      LOG_LEVEL: 'warn',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  await untilReady(child, url, () => output);
  const inboxUrl = /http:\/\/localhost:\d+(?=\s*$)/m.exec(output.split('\n').find((line) => /[Ii]nkorg/.test(line)) ?? '')?.[0] ?? '';
  const lettersTo = async (email: string) => {
    const response = await fetch(`${inboxUrl}/api/mails?to=${encodeURIComponent(email)}`);
    return ((await response.json()) as Letter[]).reverse();
  };
  return {
    url,
    inboxUrl,
    dataDir,
    output: () => output,
    pid: child.pid!,
    now: () => new Date(Date.now() + shift * 1000),
    wait: (seconds) => writeFile(clockFile, String((shift += seconds))),
    lettersTo,
    async nextLetterTo(email, alreadySeen, subject) {
      for (let attempt = 0; attempt < 300; attempt += 1) {
        const letters = (await lettersTo(email)).filter((letter) => subject === undefined || letter.subject === subject);
        if (letters.length > alreadySeen) return letters.at(-1)!;
        await pause(100);
      }
      throw new Error('waited 30 s for a letter');
    },
    stop: (signal = 'SIGTERM') => stopped(child, signal),
    async discard() {
      await stopped(child, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the portal stopped with ${child.exitCode}:\n${output()}`);
    const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ready && /[Ii]nkorg/.test(output())) return;
    await pause(100);
  }
  throw new Error(`the portal was not ready in two minutes:\n${output()}`);
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const code = await exit;
  clearTimeout(timer);
  return code;
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
