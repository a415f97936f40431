import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { withoutTriggers } from '../testing/tampering.ts';
import { headFolder, readHeadFiles, recordEvent, verifyLog, type SignedHeads } from '../platform/audit/index.ts';
import { keepDailyHeads, keepHeadsNow } from './keep-heads.ts';

let database: TestDatabase;
let portal: Portal;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', worker: false, settings: { AUDIT_MAIL: 'arkiv@example.se' } });
  folder = headFolder(portal.services.config.dataDir);
  await portal.unit('0488');
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const record = (object: string) =>
  portal.services.database.transaction({}, (db) =>
    recordEvent(db, portal.services.keys, portal.clock.now(), {
      actor: 'p-1',
      kind: 'account.signed-in',
      object,
      outcome: 'done',
      origin: '127.0.0.1',
    }),
  );
const log = async () => {
  const files = await readHeadFiles(folder);
  return portal.services.database.transaction({ side: 'collecting' }, (db) => verifyLog(db, portal.services.keys, files));
};

test('R80: once a day, however many workers ask at once, the heads are signed and written outside the database, readable by the owner only', async () => {
  await record('one');
  await Promise.all(Array.from({ length: 12 }, () => keepDailyHeads(portal.services)));
  expect(await readdir(folder)).toEqual(['2026-11-25.json']);
  expect((await stat(join(folder, '2026-11-25.json'))).mode & 0o777).toBe(0o600);
  expect(await database.ask('select count(*)::int as n from audit_heads_written')).toEqual([{ n: 1 }]);
  expect(await database.ask(`select count(*)::int as n from mail_outbox where kind = 'audit-heads'`)).toEqual([{ n: 1 }]);
  await record('two');
  await keepDailyHeads(portal.services);
  portal.clock.set('2026-11-25T22:59:00Z');
  await keepDailyHeads(portal.services);
  expect(await readdir(folder)).toHaveLength(1);
  portal.clock.set('2026-11-25T23:01:00Z'); // after midnight in Sweden
  await keepDailyHeads(portal.services);
  expect(await readdir(folder)).toEqual(['2026-11-25.json', '2026-11-26.json']);
  expect(await log()).toMatchObject({ contradictions: [], brokenFiles: [], files: 2 });
});

test('what was written can be checked with the public key alone', async () => {
  const { list, signatures } = JSON.parse(await readFile(join(folder, '2026-11-26.json'), 'utf8')) as SignedHeads;
  expect(list.heads).toEqual([
    { organisationId: '00000000-0000-0000-0000-000000000000', number: 2, events: 2, mac: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  const bytes = Buffer.from(signatures[0]!.signature, 'base64url');
  expect(verify(null, Buffer.from(JSON.stringify(list)), portal.services.keys.publicKey, bytes)).toBe(true);
  expect(
    verify(null, Buffer.from(JSON.stringify({ ...list, at: '2026-11-24T00:00:00.000Z' })), portal.services.keys.publicKey, bytes),
  ).toBe(false);
});

test('a run that is stopped before the file is on the disk has not taken the day', async () => {
  portal.clock.set('2026-11-27T10:00:00Z');
  const blocked = { ...portal.services, config: { ...portal.services.config, dataDir: join(folder, '2026-11-25.json') } };
  await expect(keepDailyHeads(blocked)).rejects.toThrow();
  await keepDailyHeads(portal.services);
  expect(await readdir(folder)).toContain('2026-11-27.json');
});

test('R80: a chain that is cut off together with its head after the night is found by what the night wrote', async () => {
  await record('three');
  const now = await keepHeadsNow(portal.services);
  expect((await log()).contradictions).toEqual([]);
  await database.ask(`${withoutTriggers}
    delete from audit_event where number > 1;
    update audit_head set number = 1, mac = (select mac from audit_event where number = 1);
    alter table audit_event enable trigger user; alter table audit_head enable trigger user`);
  const { chains, contradictions } = await log();
  expect(chains.map(({ brokenAt }) => brokenAt)).toEqual([undefined]);
  expect(contradictions).toMatchObject([{ after: 1, upTo: 2, file: '2026-11-26.json' }]);
  await writeFile(now, (await readFile(now, 'utf8')).replace('"number":3', '"number":2'));
  expect((await log()).brokenFiles).toHaveLength(1);
});
