import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { guise, insistOnOwner } from './as-whom.ts';
import { findBinaries } from './binaries.ts';
import { adopt, untilSettled } from './running-server.ts';

export interface RunningPostgres {
  readonly port: number;
  /** As the cluster's superuser, to the database `postgres`. */
  readonly adminUrl: string;
  /** True when a server that already ran was taken over. */
  readonly isAdopted: boolean;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Folder named after the major version: another major version never touches these files. */
const version = '18';

/**
 * Starts the embedded PostgreSQL of a folder, making its cluster the first time, or adopts the one that runs. Loopback only,
 * password needed, port chosen once and kept beside the data, so that addresses stay the same after a crash.
 * @param options.durable false for throw-away clusters of tests: no waiting for the disk
 */
export async function startPostgres(options: { readonly folder: string; readonly durable?: boolean }): Promise<RunningPostgres> {
  const home = join(options.folder, `postgres-${version}`);
  const data = join(home, 'data');
  const passwordFile = join(home, 'password');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const binaries = findBinaries();
  const { prefix, prepare } = guise();
  clearAwayUnfinished(home);
  if (!existsSync(join(data, 'PG_VERSION'))) makeCluster(binaries.initdb, prefix, prepare, home, data, passwordFile);
  insistOnOwner(data);
  const password = readFileSync(passwordFile, 'utf8').trim();
  const sockets = socketFolder(home);
  const socket = sockets === '' ? '' : `?host=${encodeURIComponent(sockets)}`;
  const urlAt = (port: number) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres${socket}`;

  const running = await untilSettled(data);
  if (running && (await answers(urlAt(running.port)))) return adopt(running, urlAt(running.port));
  const port = await storedPort(join(home, 'port'));
  const start = () => run(binaries.postgres, prefix, home, data, port, options.durable !== false);
  const child = await started(start, urlAt(port), join(home, 'server.log'));
  const ended = new Promise<void>((resolve) => (isGone(child) ? resolve() : child.once('exit', () => resolve())));
  return {
    port,
    adminUrl: urlAt(port),
    isAdopted: false,
    ended,
    async stop() {
      child.kill('SIGINT');
      await Promise.race([ended, pause(8000, undefined, { ref: false }).then(() => void child.kill('SIGKILL'))]);
      await ended;
    },
  };
}

/**
 * Makes the cluster in a folder of its own and gives it its name when it is whole: whatever a start that was killed half way
 * has left running (`initdb` takes its files away when it notices) never touches what the next one makes.
 */
function makeCluster(
  initdb: string,
  prefix: readonly string[],
  prepare: (folder: string) => void,
  home: string,
  data: string,
  passwordFile: string,
): void {
  rmSync(data, { recursive: true, force: true }); // never whole: it has no PG_VERSION
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  prepare(home);
  prepare(passwordFile);
  const unfinished = mkdtempSync(join(home, unfinishedPrefix));
  prepare(unfinished);
  const words = [
    ...prefix,
    initdb,
    '-D',
    unfinished,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=sv-SE',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
  ];
  const made = spawnSync(words[0]!, words.slice(1), { encoding: 'utf8' });
  if (made.status !== 0)
    throw new Error(
      `The database could not be made in ${data}: ${(made.stderr || made.error?.message || '').trim().split('\n').slice(-3).join(' ')}`,
    );
  renameSync(unfinished, data);
}

const unfinishedPrefix = 'unfinished-';

function clearAwayUnfinished(home: string): void {
  for (const name of readdirSync(home).filter((each) => each.startsWith(unfinishedPrefix)))
    try {
      rmSync(join(home, name), { recursive: true, force: true });
    } catch {
      // Somebody who is about to end still writes there: the next start takes it away.
    }
}

function run(postgres: string, prefix: readonly string[], home: string, data: string, port: number, isDurable: boolean): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${socketFolder(home)}`,
    'unix_socket_permissions=0700',
    'max_connections=200',
    'password_encryption=scram-sha-256',
    'log_min_messages=warning',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    // Statements and their parameters hold values: none of them belongs in a log.
    'log_statement=none',
    'log_min_duration_statement=-1',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
  ];
  // A throw-away cluster is asked over thousands of connections, each of which would prove its password with 4,096 hashes.
  if (!isDurable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'scram_iterations=16');
  const words = [...prefix, postgres, '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const log = openSync(join(home, 'server.log'), 'a', 0o600);
  // A group of its own, so that Ctrl-C reaches the supervisor first and the database last.
  return spawn(words[0]!, words.slice(1), { stdio: ['ignore', log, log], detached: true });
}

/**
 * Where the server's socket lies: a question and its answer over it cost a sixth less than over TCP. None where its path would be too
 * long for the system, or could be read as several; the address on the machine itself is always there.
 */
const socketFolder = (home: string): string => (/^\/[\w./-]{1,85}$/.test(home) ? home : '');

/**
 * A server whose predecessor was killed may find that one's last processes still at work on the files, and gives up; so it is
 * tried again for a while.
 */
async function started(start: () => ChildProcess, url: string, logFile: string): Promise<ChildProcess> {
  const deadline = Date.now() + 20_000;
  do {
    const child = start();
    child.once('error', () => undefined);
    while (!isGone(child) && Date.now() < deadline + 10_000) {
      if (await answers(url)) return child;
      await pause(50);
    }
    child.kill('SIGKILL');
    await pause(250);
  } while (Date.now() < deadline);
  throw new Error(
    `The embedded database did not start. Last lines of ${logFile}: ${readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' | ')}`,
  );
}

const isGone = (child: ChildProcess) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port in the file, or a free one, kept for ever after. */
export async function storedPort(file: string): Promise<number> {
  if (existsSync(file)) return Number(readFileSync(file, 'utf8').trim());
  const port = await freePort();
  writeFileSync(file, String(port));
  return port;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
