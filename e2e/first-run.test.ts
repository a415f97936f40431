import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyFirstStart } from './first-start.ts';
import { descendantsOf, processes, untilGone } from './processes.ts';
import { freePort, startPortal, type RunningPortal } from './running-portal.ts';

/** `npm start` again and again: twice, after Ctrl-C, after `kill -9` of anything, below a folder of mode 0700, as whoever runs the tests. */
const start = join(import.meta.dirname, '../packages/server/src/start.ts');
const empty = { DEMO: '0' };

let dataDir: string;
let portals: RunningPortal[] = [];
const inFolderOfItsOwn = () => {
  beforeEach(() => void (dataDir = newFolder()));
  afterEach(clearAway);
};
const newFolder = () => mkdtempSync(join(tmpdir(), 'first-run-')); // mode 0700
async function clearAway(): Promise<void> {
  for (const portal of portals.splice(0)) await portal.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

const up = async (env: Readonly<Record<string, string>> = empty): Promise<RunningPortal> => {
  const portal = await startPortal({ dataDir, env });
  portals.push(portal);
  return portal;
};

/** A start that is expected to end by itself, or to be killed. */
function tryToStart(env: Readonly<Record<string, string>>): { pid: number; output: () => string; code: Promise<number | null> } {
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, NODE_ENV: '', ...empty, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  return { pid: child.pid!, output: () => output, code: new Promise((resolve) => child.once('exit', resolve)) };
}

async function ask(statement: string): Promise<unknown[]> {
  const { environment } = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as { environment: Record<string, string> };
  const client = new pg.Client({ connectionString: environment['MIGRATION_DATABASE_URL'] });
  await client.connect();
  return client
    .query(statement)
    .then(
      (result) => result.rows,
      (error: unknown) => Promise.reject(error),
    )
    .finally(() => client.end());
}
const remember = () => ask(`create table note (text text); insert into note values ('still here')`);
const remembered = () => ask('select text from note');

const isReady = (portal: RunningPortal) =>
  // A kept connection to a process that was killed may never say so.
  fetch(`${portal.url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
async function untilReady(portal: RunningPortal): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await isReady(portal)) return;
    await pause(100);
  }
  throw new Error(`not ready again in 30 s:\n${portal.output()}`);
}
/** Pids of its web and worker process. */
const workersOf = (portal: RunningPortal) =>
  descendantsOf(portal.pid)
    .filter(({ words }) => words.includes('main.ts'))
    .map(({ pid }) => pid);
/** Pid of the database; 0 while none has written it: the one of a dead process is taken away before the next is started. */
function postgres(): number {
  const file = join(dataDir, 'postgres-18/data/postmaster.pid');
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

describe('one portal, each test going on where the one before ended', () => {
  let portal: RunningPortal;
  beforeAll(async () => {
    dataDir = newFolder();
    await copyFirstStart(dataDir);
    portal = await up();
    await remember();
  });
  afterAll(clearAway);

  test('a second start beside the first says where the first is, and harms nothing', async () => {
    const second = tryToStart({ PORT: String(await freePort()) });
    expect(await second.code).toBe(0);
    expect(second.output()).toContain(`Portalen körs redan (process ${portal.pid}): ${portal.url}`);
    expect(await isReady(portal)).toBe(true);
    expect(await remembered()).toEqual([{ text: 'still here' }]);
  });

  test('a database that is killed is started again at the same address, and the portal goes on', async () => {
    const [before, killed] = [JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as unknown, postgres()];
    expect(killed).toBeGreaterThan(0);
    process.kill(killed, 'SIGKILL');
    const isAnother = () => /Databasen stannade/.test(portal.output()) && ![0, killed].includes(postgres());
    for (let attempt = 0; attempt < 200 && !isAnother(); attempt += 1) await pause(50);
    expect(isAnother()).toBe(true);
    await untilReady(portal);
    expect(JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8'))).toEqual(before);
    expect(await remembered()).toEqual([{ text: 'still here' }]);
  });

  test('processes that are killed are started again', async () => {
    const killed = workersOf(portal);
    expect(killed).toHaveLength(2);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await untilGone(killed);
    await untilReady(portal);
    for (let attempt = 0; attempt < 200 && workersOf(portal).length < 2; attempt += 1) await pause(50);
    expect(workersOf(portal)).toHaveLength(2);
    for (const role of ['web', 'worker']) expect(portal.output()).toContain(`En process (${role}) stannade och startas om.`);
  });

  test('Ctrl-C, which the terminal sends to every process and the bootstrap once more, stops everything in order; the next start has all of it', async () => {
    const everybody = descendantsOf(portal.pid).map((line) => line.pid);
    expect(everybody.length).toBeGreaterThanOrEqual(3);
    const [before, said] = [Date.now(), portal.output()];
    for (const pid of workersOf(portal)) process.kill(pid, 'SIGINT');
    process.kill(portal.pid, 'SIGINT');
    expect(await portal.stop('SIGINT')).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    await untilGone(everybody);
    expect(portal.output().slice(said.length)).not.toMatch(/stannade/);
    portal = await up();
    expect(await remembered()).toEqual([{ text: 'still here' }]);
  });

  test('a supervisor that is killed leaves no process behind, and the next start comes up at once with all there was', async () => {
    const everybody = descendantsOf(portal.pid).map((line) => line.pid);
    await portal.stop('SIGKILL');
    await up(); // without waiting: the old database may still be stopping
    expect(await remembered()).toEqual([{ text: 'still here' }]);
    await untilGone(everybody);
  });
});

describe('a folder for each', () => {
  inFolderOfItsOwn();

  test('a first start tells where the portal, its inbox and the invited persons are, and keeps its secrets to itself', async () => {
    const portal = await up({});
    const lines = portal.output().trim().split('\n');
    expect(lines).toContain(`Portalen: ${portal.url}`);
    expect(lines).toContain(`Inkorg: ${portal.inboxUrl}`);
    const invited = lines.slice(lines.indexOf(`Inkorg: ${portal.inboxUrl}`) + 1).filter((line) => /\S+@\S+/.test(line));
    expect(invited).toHaveLength(5);
    for (const file of ['keys/secret-keys', 'keys/database-owner', 'keys/database-application', 'run.json', 'postgres-18/password']) {
      expect(statSync(join(dataDir, file)).mode & 0o777, file).toBe(0o600);
    }
    for (const name of readdirSync(dataDir, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      expect(statSync(join(dataDir, name.name)).mode & 0o077, name.name).toBe(0);
    }
  });

  test('a first start that is killed half way is finished by the next one', async () => {
    const port = await freePort();
    for (const after of [150, 500, 900, 1400, 2200]) {
      const attempt = tryToStart({ PORT: String(port), DEMO: '1' });
      await pause(after);
      process.kill(attempt.pid, 'SIGKILL');
      await attempt.code;
    }
    const portal = await up({ DEMO: '1' });
    expect(await ask('select count(*)::int as units from reporting_unit')).toEqual([{ units: 310 }]);
    expect(await isReady(portal)).toBe(true);
  });

  test('the bootstrap passes a signal on, and a bootstrap that is killed takes the portal with it', async () => {
    await copyFirstStart(dataDir);
    const bootstrap = join(import.meta.dirname, '../scripts/bootstrap.mjs');
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const port = await freePort();
      const child = spawn(process.execPath, [bootstrap, 'start'], {
        env: { ...process.env, NODE_ENV: '', ...empty, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
        stdio: 'ignore',
      });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      while (
        !(await fetch(`http://localhost:${port}/readyz`).then(
          (response) => response.ok,
          () => false,
        ))
      ) {
        expect(child.exitCode).toBeNull();
        await pause(100);
      }
      const everybody = descendantsOf(child.pid!).map((line) => line.pid);
      child.kill(signal);
      expect(await ended).toBe(signal === 'SIGTERM' ? 0 : null);
      await untilGone(everybody);
    }
    expect(processes().filter(({ words }) => words.includes(dataDir))).toEqual([]);
  });

  test('a port that another program has is named, and nothing is left running', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const attempt = tryToStart({ PORT: String(port) });
    expect(await attempt.code).toBe(1);
    expect(attempt.output()).toContain(`Port ${port} på 127.0.0.1 används av ett annat program.`);
    expect(processes().filter(({ words }) => words.includes(dataDir))).toEqual([]);
    await new Promise((resolve) => other.close(resolve));
  });

  test('a database whose key is lost is refused instead of being given a new key', async () => {
    await copyFirstStart(dataDir);
    renameSync(join(dataDir, 'keys/secret-keys'), join(dataDir, 'keys/elsewhere'));
    const attempt = tryToStart({ PORT: String(await freePort()) });
    expect(await attempt.code).toBe(1);
    expect(attempt.output()).toContain('secret-keys saknas');
    renameSync(join(dataDir, 'keys/elsewhere'), join(dataDir, 'keys/secret-keys'));
    await up();
  });
});
