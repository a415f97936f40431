import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPostgres, type RunningPostgres } from './postgres.ts';
import { ensureDatabase } from './roles.ts';

let parent: string;
let folder: string;
const servers: RunningPostgres[] = [];

/** What a first start leaves: it takes a second, and tests that are not about it go on from there. */
let made: string;
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'postgres-'));
  await (await startPostgres({ folder: made })).stop();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
function goOn(): void {
  execFileSync('cp', ['-a', join(made, 'postgres-18'), folder]);
  rmSync(join(folder, 'postgres-18/port'));
}

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'postgres-'));
  chmodSync(parent, 0o700);
  folder = join(parent, 'var');
  mkdirSync(folder, { mode: 0o700 });
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(parent, { recursive: true, force: true });
});

test('a database comes up below a folder nobody else may enter, sorts as Swedes do, and listens to this machine only', async () => {
  const server = await start();
  const [row] = await ask<{ sorted: string }>(
    server.adminUrl,
    `select string_agg(word, ' ' order by word) as sorted from unnest(array['ö', 'z', 'ä', 'å', 'a']) word`,
  );
  expect(row?.sorted).toBe('a z å ä ö');
  const [setting] = await ask<{ addresses: string; sockets: string; durable: string; connections: string }>(
    server.adminUrl,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets, current_setting('fsync') as durable, current_setting('max_connections') as connections`,
  );
  expect(setting).toEqual({ addresses: '127.0.0.1', sockets: join(folder, 'postgres-18'), durable: 'on', connections: '200' });
  expect(statSync(join(folder, 'postgres-18/password')).mode & 0o077).toBe(0);
  const { searchParams, port } = new URL(server.adminUrl);
  expect(statSync(join(searchParams.get('host')!, `.s.PGSQL.${port}`)).mode & 0o077).toBe(0);
});

test('nobody is let in without the password, over the socket or over TCP', async () => {
  goOn();
  const server = await start();
  for (const search of [new URL(server.adminUrl).search, '']) {
    const right = Object.assign(new URL(server.adminUrl), { search });
    expect(await ask(right.href, 'select 1 as one')).toEqual([{ one: 1 }]);
    const wrong = Object.assign(new URL(server.adminUrl), { search, password: 'guess' }).href;
    await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  }
});

test('a folder whose name is too long for a socket, or has more than plain letters in it, is served over TCP', async () => {
  for (const name of ['l'.repeat(80), 'två ord, och ett komma']) {
    folder = join(parent, name);
    mkdirSync(folder, { mode: 0o700 });
    const server = await start();
    expect(new URL(server.adminUrl).search).toBe('');
    expect(await ask(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  }
});

test('what was written is there after a stop and a start, at the same address', async () => {
  goOn();
  const first = await start();
  await ask(first.adminUrl, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await start();
  expect(second.adminUrl).toBe(first.adminUrl);
  expect(await ask(second.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a database whose process was killed comes up again with what was committed', async () => {
  goOn();
  const first = await start();
  await ask(first.adminUrl, 'create table kept as select 42 as answer');
  process.kill(postmasterPid(), 'SIGKILL');
  await first.ended;
  const second = await start();
  expect(second.adminUrl).toBe(first.adminUrl);
  expect(await ask(second.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('who comes second takes over the server that runs instead of starting another', async () => {
  goOn();
  const first = await start();
  const second = await start();
  expect({ adopted: second.isAdopted, url: second.adminUrl }).toEqual({ adopted: true, url: first.adminUrl });
  await second.stop();
  await first.ended;
});

test('the database dies with its owner, so that a killed portal leaves none behind', async () => {
  goOn();
  const script = `import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
    await startPostgres({ folder: ${JSON.stringify(folder)} }); console.log('up'); setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => owner.stdout.once('data', resolve));
  const pid = postmasterPid();
  expect(isAlive(pid)).toBe(true);
  owner.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  const server = await start();
  expect(server.isAdopted).toBe(false);
});

test('a first start that was killed half way is begun again', async () => {
  mkdirSync(join(folder, 'postgres-18/data/base'), { recursive: true });
  const server = await start();
  expect(await ask(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('what an earlier start has left running cannot take away what the next one has made', async () => {
  // One who is killed while the cluster is made, again and again: its `initdb` notices later, and removes its files then.
  const script = `import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
    await startPostgres({ folder: ${JSON.stringify(folder)} });`;
  const home = join(folder, 'postgres-18');
  const seen = new Set<string>();
  const begun = () => unfinishedIn(home).find((name) => !seen.has(name)) ?? '';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const killed = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    await expect.poll(() => begun() && existsSync(join(home, begun(), 'PG_VERSION')), { timeout: 20_000, interval: 5 }).toBe(true);
    seen.add(begun());
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.once('exit', resolve));
    expect(existsSync(join(home, 'data'))).toBe(false);
  }
  const server = await start();
  expect(await ask(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await start();
  expect(unfinishedIn(home)).toEqual([]);
});

test("the application's login owns nothing and cannot step past row-level security", async () => {
  goOn();
  const server = await start();
  const passwords = { owner: 'owner-password', application: 'application-password' };
  const urls = await ensureDatabase(server.adminUrl, 'personalstatistik', passwords);
  expect(await ensureDatabase(server.adminUrl, 'personalstatistik', passwords)).toEqual(urls);
  await ask(urls.ownerUrl, 'create table secret (id integer)');
  await expect(ask(urls.applicationUrl, 'select * from secret')).rejects.toThrow(/permission denied/);
  await expect(ask(urls.applicationUrl, 'create table mine (id integer)')).rejects.toThrow(/permission denied/);
  const [role] = await ask<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean; member: boolean }>(
    urls.applicationUrl,
    `select rolsuper, rolbypassrls, rolcreaterole, pg_has_role(current_user, 'insamling_app', 'member') as member from pg_roles where rolname = current_user`,
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, member: true });
});

async function start(): Promise<RunningPostgres> {
  const server = await startPostgres({ folder });
  servers.push(server);
  return server;
}

async function ask<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

const unfinishedIn = (home: string) => (existsSync(home) ? readdirSync(home).filter((name) => name.startsWith('unfinished-')) : []);
const postmasterPid = () => Number(readFileSync(join(folder, 'postgres-18/data/postmaster.pid'), 'utf8').split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
