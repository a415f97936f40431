import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filePath, uploadHeaders, uploadPath } from '@insamling/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, openBrowser } from './testing/browser.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { checked, novemberFile } from './testing/delivery.ts';
import { startPortal, testKey, type Portal } from './testing/portal.ts';

/** One web process and one worker, each under Node's permission model with the flags that the guide gives. */
const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
/** In a process of its own: what is built under the settings of tests is larger than the pages may be. */
const buildsWebClient = `await (await import('${join(import.meta.dirname, 'supervisor/web-client.ts')}')).buildWebClient(() => undefined)`;
const code = '0488';
let database: TestDatabase;
let portal: Portal;
let url: string;
/** What the processes wrote, for whoever reads why one did not come up. */
let said = '';
const processes: ChildProcess[] = [];
beforeAll(async () => {
  // A process that shows pages does not start without them.
  await run(process.execPath, ['--input-type=module', '--eval', buildsWebClient], { env: { PATH: process.env['PATH'] } });
  database = await testDatabase();
  portal = await startPortal({ database, worker: false });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  for (const role of ['web', 'worker']) start(role, port);
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await portal.close();
  await database.drop();
});

function start(role: string, port: number): void {
  const { smtpUrl, dataDir } = portal.services.config;
  const guide = readFileSync(join(root, 'docs/guides/run-it-safely.md'), 'utf8');
  const [, flags = ''] = /^ +node (--permission .*) packages\/server\/src\/main\.ts$/m.exec(guide) ?? [];
  const words = flags.replaceAll('/srv/portal', root).replaceAll('$DATA_DIR', dataDir).split(' ');
  expect(words).toContain(`--allow-fs-write=${dataDir}`);
  const child = spawn(process.execPath, [...words, join(root, 'packages/server/src/main.ts')], {
    env: {
      PATH: process.env['PATH'],
      ROLE: role,
      PORT: String(port),
      DATABASE_URL: database.applicationUrl,
      SMTP_URL: smtpUrl,
      SECRET_KEYS: testKey,
      DATA_DIR: dataDir,
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  child.once('exit', (status) => (said += `${role} ended with ${status}\n`));
  processes.push(child);
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

test(
  'under the permission model people sign in, a file is taken, checked and given back, and letters leave',
  { timeout: 180_000 },
  async () => {
    const answered = () =>
      fetch(`${url}/readyz`).then(
        ({ status }) => String(status),
        (error: Error) => `${String(error.cause ?? error)}\n${said}`,
      );
    // The first start of a process that reads every file anew, beside other tests.
    await expect.poll(answered, { timeout: 120_000, interval: 200 }).toBe('200');
    await portal.round({ test: ['2025-01-01', '2025-01-31'], submission: ['2026-01-01', '2099-12-31'] });
    await portal.unit(code);
    const person = await portal.person({ units: [{ code }] });
    const headers = { cookie: person.cookie, 'sec-fetch-site': 'same-origin' };

    const refused = await fetch(`${url}/logga-in`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ epost: person.email, losenord: goodPassword }),
      redirect: 'manual',
    });
    expect(await refused.text()).toContain('E-postadressen eller lösenordet stämmer inte.');

    const file = novemberFile(code, 30);
    const sent = await fetch(`${url}${uploadPath(code)}`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/octet-stream',
        [uploadHeaders.name]: 'november.csv',
        [uploadHeaders.requestId]: randomUUID(),
      },
      body: new Uint8Array(file),
    });
    expect(sent.status).toBe(200);
    const view = await checked(person, code);
    expect(view).toMatchObject({ file: { check: 'done', records: 30 } });
    const given = await fetch(`${url}${filePath(code, view.id!, view.file!.id)}`, { headers });
    expect(Buffer.from(await given.arrayBuffer()).equals(file)).toBe(true);

    await openBrowser(portal).post('/konto/inbjudan', { epost: person.email });
    expect((await portal.mailsTo(person.email, 1)).length).toBe(1);
  },
);
