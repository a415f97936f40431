import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, mailedCode, openBrowser, walkTo } from './testing/browser.ts';
import { askAt, testDatabase, type TestDatabase } from './testing/database.ts';
import { startPortal, testKey, type Portal } from './testing/portal.ts';
import { inviteAccount } from './accounts/index.ts';

let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** Starts a process of the portal with these settings and nothing else. @returns its exit code and all it said */
const started = (env: Readonly<Record<string, string>>) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
    child.once('exit', (code) => resolve({ code, said }));
  });

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://x@127.0.0.1:1/x',
  MIGRATION_DATABASE_URL: 'postgres://x@127.0.0.1:1/x',
  SMTP_URL: 'smtp://127.0.0.1:1',
  PUBLIC_URL: 'https://statistik.example.se',
  MAIL_FROM: 'x@example.se',
  ...Object.fromEntries(['NAME', 'SHORT', 'ADDRESS', 'NUMBER', 'PHONE', 'EMAIL', 'DPO'].map((part) => [`ORG_${part}`, 'x'])),
};

test.each([
  ['no key', ''],
  ['a short key', `k1:${randomBytes(16).toString('base64url')}`],
  ['a long key', `k1:${randomBytes(48).toString('base64url')}`],
  ['thirty-two zeros', `k1:${Buffer.alloc(32).toString('base64url')}`],
  ['a sentence', `k1:${Buffer.from('please-change-this-secret-key-01').toString('base64url')}`],
  ['a key without a name', randomBytes(32).toString('base64url')],
])('R83: in production the portal does not start with %s, says which setting is wrong, and repeats no byte of it', async (_, keys) => {
  const { code, said } = await started({ ...production, SECRET_KEYS: keys });
  expect(code).toBe(78);
  expect(said).toContain('SECRET_KEYS');
  if (keys.length > 10) expect(said).not.toContain(keys.split(':').at(-1));
});

test.each([
  ['the clock of tests', { TEST_CLOCK_FILE: '/tmp/x' }, 'TEST_CLOCK_FILE'],
  ['the inbox of a first run', { INBOX_URL: 'http://localhost:1' }, 'INBOX_URL'],
  ['demonstration data', { DEMO: '1' }, 'DEMO'],
])('R46, R83: nor does it with %s, and there is no setting that makes cookies less guarded', async (_, env, name) => {
  const { code, said } = await started({ ...production, SECRET_KEYS: `k1:${randomBytes(32).toString('base64url')}`, ...env });
  expect([code, said.includes(name)]).toEqual([78, true]);
});

test(
  'R83: whoever has the whole database has no key of an app, no code, no token, no password and no letter',
  { timeout: 120_000 },
  async () => {
    const email = 'dumped@example.se';
    const { services, clock } = portal;
    await services.database.transaction({}, (db) => inviteAccount(db, services, clock.now(), { email, name: 'Test', invitedBy: null }));
    const browser = openBrowser(portal);
    const key = await walkTo(portal, browser, email, 'notice');
    const journey = browser.cookies.get('__Host-resa')!;
    await browser.post('/konto/information');
    const code = await mailedCode(portal, email);
    await openBrowser(portal).post('/konto/inbjudan', { epost: email });
    const tables = await askAt(
      database.ownerUrl,
      `select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'jobs')`,
    );
    let dump = '';
    for (const { schema, name } of tables)
      dump += JSON.stringify(await database.ask(`select to_jsonb(t) from "${String(schema)}"."${String(name)}" t`));
    expect(dump).toContain(email);
    const raw = Buffer.from(base32(key));
    const forms = (bytes: Buffer) =>
      ['hex', 'base64', 'base64url', 'latin1'].map((form) => bytes.toString(form as 'hex').replace(/=+$/, ''));
    for (const secret of [
      key,
      key.toLowerCase(),
      ...forms(raw),
      ...forms(Buffer.from(key)),
      goodPassword,
      journey,
      browser.cookies.get('__Host-session')!,
      testKey.split(':')[1]!,
    ])
      expect(dump.includes(secret), secret.slice(0, 3)).toBe(false);
    // Six digits may stand in any number; as a text of its own or after a word they may not.
    expect(dump).not.toMatch(new RegExp(`"${code}"|kod är: ${code}`));
  },
);

/** The bytes that base32 letters stand for (RFC 4648). */
function base32(text: string): number[] {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
