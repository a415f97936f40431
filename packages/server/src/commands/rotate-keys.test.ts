import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filePath } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepDailyHeads, keepHeadsNow } from '../audit/index.ts';
import { readConfig } from '../config.ts';
import { findingMacs, explanationPlace, sealText, openText } from '../deliveries/data-key.ts';
import { openedFile } from '../deliveries/opened-delivery.ts';
import { deliveryInOrganisation, explanationsOf, fileById } from '../deliveries/reader.ts';
import { headFolder, readHeadFiles, verifyLog } from '../platform/audit/index.ts';
import { sql } from '../platform/db/index.ts';
import { keyRing } from '../platform/keys.ts';
import { appCode } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { delivered, novemberFile } from '../testing/delivery.ts';
import { ask, browserHeaders, startPortal, testKey, type Portal, type TestPerson } from '../testing/portal.ts';
import { withoutTriggers } from '../testing/tampering.ts';
import { sealedColumns } from './rotate-keys.ts';

/** A portal that has lived under one key is given another, while it runs. */
const unit = '0488';
const rule = 'P14-01';
const newKey = `k2:${randomBytes(32).toString('base64url')}`;
const letters = 4000;
const sent = novemberFile(unit, 30, { record: 7, field: 14, text: '' });
const pendingSecret = 'JBSWY3DPEHPK3PXP';
let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let organisationId: string;
let delivery: string;
let fileId: string;

beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database });
  await portal.round({ submission: ['2026-01-01', '2099-12-31'], test: ['2025-01-01', '2025-01-31'] });
  ({ organisationId } = await portal.unit(unit));
  anna = await portal.person({ name: 'Anna Testsson', units: [{ code: unit }] });
  const view = await delivered(portal, anna, unit, sent);
  [delivery, fileId] = [view.id, view.file!.id];
  await correct('09000');
  await anna.ask('explainFindings', { unit, delivery, fileId, rule, findings: 'all', reason: 'verified', text: 'Det stämmer.' });
  await storeUnderPortalKey();
  await plantWaiting();
  // The day's heads, unless housekeeping has come to it already, and another file.
  await keepDailyHeads(portal.services);
  await keepHeadsNow(portal.services);
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const correct = (text: string, person = anna) =>
  person.ask('correctCell', {
    unit,
    delivery,
    fileId,
    record: 2,
    variable: 'agreedEmploymentRate',
    text,
    seenText: null,
    requestId: randomUUID(),
  });

/** The explanation as it was stored before its name had a key of the delivery's own. */
const storeUnderPortalKey = () =>
  portal.services.database.transaction({ organisation: organisationId }, async (db) => {
    const { keys } = portal.services;
    const row = (await deliveryInOrganisation(db, organisationId, delivery))!;
    const opened = await openedFile(portal.services, db, row, (await fileById(db, organisationId, fileId))!, false);
    const [{ key } = { key: '' }] = await opened.desk.call('keys', fileId, [rule]);
    const [name, olderName] = findingMacs(keys, row, key);
    const [explanation] = await explanationsOf(db, organisationId, delivery);
    expect(explanation?.findingMac).toBe(name);
    const text = openText(opened.dataKey, explanation!.sealedText, explanationPlace(delivery, name!));
    await db.run(
      sql`update explanation set finding_mac = ${olderName}, sealed_text = ${sealText(opened.dataKey, text, explanationPlace(delivery, olderName!))}`,
    );
  });

/** Letters that no job sends, enough to take a while, and somebody half way through the registration of an app. */
const plantWaiting = () =>
  portal.services.database.transaction({}, async (db) => {
    const { keys } = portal.services;
    const now = new Date();
    const pending = keys.seal('totp', Buffer.from(pendingSecret), anna.accountId);
    await db.run(sql`
      insert into journey (token_hash, kind, stage, address, account_id, pending_totp, pending_totp_key_id, created_at, expires_at)
      values (${randomBytes(32)}, 'invitation', 'enrol', 'x', ${anna.accountId}, ${pending.sealed}, ${pending.keyId}, ${now}, '2099-01-01')`);
    const sealed = Array.from({ length: letters }, () => {
      const id = randomUUID();
      return { id, ...keys.seal('outbox', Buffer.from(JSON.stringify({ to: null, letter: { subject: 'x', paragraphs: [] } })), id) };
    });
    await db.run(sql`
      insert into mail_outbox (id, kind, key_id, sealed, created_at)
      select one.id, 'test', 'k1', one.sealed, ${now}
        from unnest(${sealed.map(({ id }) => id)}::uuid[], ${sealed.map((one) => one.sealed)}::bytea[]) as one (id, sealed)`);
  });

interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function rotate(keys: string): { readonly child: ReturnType<typeof spawn>; readonly outcome: Promise<Outcome> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'keys', 'rotate'], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      DATA_DIR: portal.services.config.dataDir,
      DATABASE_URL: database.applicationUrl,
      SMTP_URL: portal.services.config.smtpUrl,
      SECRET_KEYS: keys,
    },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (piece: Buffer) => (said.stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (said.stderr += piece.toString()));
  return { child, outcome: new Promise((done) => child.once('exit', (exit) => done({ exit, ...said }))) };
}
const ring = (keys: string) => keyRing(readConfig({ SECRET_KEYS: keys }).secretKeys);
const heldBy = async (keyId: string) =>
  (await database.ask(`select count(*)::int as n from mail_outbox where key_id = '${keyId}'`))[0]!['n'] as number;
const log = async (keys: string) => {
  const files = await readHeadFiles(headFolder(portal.services.config.dataDir));
  return portal.services.database.transaction({ side: 'collecting' }, (db) => verifyLog(db, ring(keys), files));
};
const everyLetterOpens = async (keys: string) => {
  const opening = ring(keys);
  for (const { id, key_id: keyId, sealed } of await database.ask('select id, key_id, sealed from mail_outbox'))
    opening.open('outbox', { keyId: keyId as string, sealed: sealed as Buffer }, id as string);
};

test('every column of the database that names a key is put under the new one, or needs not to be', async () => {
  const named = await database.ask(`
    select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name ~ 'key_id$' order by 1`);
  /** A mailed code lives ten minutes; a link is found by its key too and moved in one piece; events keep their mac and get another beside it. */
  const others = [
    'journey.code_key_id',
    'address_change.code_key_id',
    'provider_link.key_id',
    'audit_event.key_id',
    'audit_event_renewed.key_id',
    'audit_checkpoint_seal.key_id',
  ];
  expect(new Set(named.map(({ name }) => name))).toEqual(new Set([...sealedColumns.map(({ name }) => name), ...others]));
});

test('killed in the middle, everything opens with both keys; run again it ends where it would have', { timeout: 240_000 }, async () => {
  // A process that has only the old key would go on to write under it: the guide has all of them begun anew first.
  await portal.services.jobs.stop();
  const { child, outcome } = rotate(`${newKey},${testKey}`);
  while ((await heldBy('k2')) === 0) await pause(5);
  child.kill('SIGKILL');
  await outcome;
  const [older, newer] = [await heldBy('k1'), await heldBy('k2')];
  expect(newer).toBeGreaterThan(0);
  expect(older).toBeGreaterThan(0);
  await everyLetterOpens(`${newKey},${testKey}`);
  expect((await log(`${newKey},${testKey}`)).chains.every(({ brokenAt }) => brokenAt === undefined)).toBe(true);

  // Beside it the portal goes on: with both keys, the new one first.
  const beside = await startPortal({
    database,
    settings: { SECRET_KEYS: `${newKey},${testKey}`, DATA_DIR: portal.services.config.dataDir },
  });
  try {
    const again = rotate(`${newKey},${testKey}`);
    const working = (async () => {
      for (let percent = 10; percent < 40; percent += 1) await correct(`0${percent}00`, { ...anna, ask: askOf(beside) });
    })();
    const done = await again.outcome;
    await working;
    expect(done).toMatchObject({ exit: 0, stderr: '' });
    expect(done.stdout).toContain('Allt är låst med nyckeln k2.');
    expect(done.stdout).toContain('1 kommentar');
    expect(done.stdout).toContain('2 filer med huvuden');
    expect(await heldBy('k1')).toBe(0);
  } finally {
    await beside.close();
  }
  expect((await rotate(`${newKey},${testKey}`).outcome).stdout).toBe('Allt är låst med nyckeln k2. Gjordes om nu: inget.\n');
});

test('with the old key gone everything still opens, and the whole log can be proved', async () => {
  const later = await startPortal({ database, settings: { SECRET_KEYS: newKey, DATA_DIR: portal.services.config.dataDir }, worker: false });
  try {
    const asked = askOf(later);
    const { findings } = await asked('listFindings', { unit, delivery, rule });
    expect(findings.map(({ explanation }) => explanation?.text)).toEqual(['Det stämmer.']);
    expect((await asked('listCorrections', { unit, delivery })).corrections.at(-1)).toMatchObject({ after: '09000' });
    await everyLetterOpens(newKey);
    const file = await later.app.inject({ url: filePath(unit, delivery, fileId), headers: { ...browserHeaders, cookie: anna.cookie } });
    expect(file.rawPayload).toEqual(sent);
    const confirmed = await later.app.inject({
      method: 'POST',
      url: '/api/me/step-up',
      headers: { ...browserHeaders, cookie: anna.cookie, 'content-type': 'application/json' },
      payload: { purpose: '', code: appCode(later, anna.appKey) },
    });
    expect(confirmed.json()).toMatchObject({ outcome: 'confirmed' });
    const [journey] = await database.ask('select pending_totp as sealed, pending_totp_key_id as "keyId" from journey');
    expect(later.services.keys.open('totp', journey as never, anna.accountId).toString()).toBe(pendingSecret);
  } finally {
    await later.close();
  }
  const state = await log(newKey);
  expect(state).toMatchObject({ contradictions: [], brokenFiles: [], files: 2 });
  expect(state.chains.map(({ brokenAt }) => brokenAt)).toEqual(state.chains.map(() => undefined));
});

test('R80: an event whose own key is gone is still found when it was changed, and so is one whose later mac was taken', async () => {
  await database.ask(
    `create table kept as select * from audit_event; create table kept_renewed as select * from audit_event_renewed; ${withoutTriggers}`,
  );
  const brokenAt = async () => (await log(newKey)).chains.find((chain) => chain.organisationId === organisationId)?.brokenAt;
  for (const statement of [
    `update audit_event set actor = 'x' where organisation_id = '${organisationId}' and number = 2`,
    `update audit_event set mac = sha256(mac) where organisation_id = '${organisationId}' and number = 2`,
    `delete from audit_event_renewed where organisation_id = '${organisationId}' and number = 2`,
    `update audit_event_renewed set mac = sha256(mac) where organisation_id = '${organisationId}' and number = 2`,
    `update audit_event_renewed a set mac = b.mac from kept_renewed b where a.organisation_id = '${organisationId}' and a.number = 2 and b.organisation_id = a.organisation_id and b.number = 3`,
  ]) {
    await database.ask(statement);
    expect(await brokenAt(), statement).toBe(2);
    await database.ask(
      `truncate audit_event, audit_event_renewed; insert into audit_event select * from kept; insert into audit_event_renewed select * from kept_renewed`,
    );
  }
  expect(await brokenAt()).toBeUndefined();
});

test('R80: what nobody can vouch for is not signed anew', async () => {
  const third = `k3:${randomBytes(32).toString('base64url')}`;
  await database.ask(`update audit_event set actor = 'x' where organisation_id = '${organisationId}' and number = 3`);
  const done = await rotate(`${third},${newKey}`).outcome;
  expect(done.exit).toBe(1);
  expect(done.stderr).toContain(`Kedjan ${organisationId} är bruten vid händelse 3 och bekräftas inte med den nya nyckeln.`);
  expect(
    await database.ask(
      `select count(*)::int as n from audit_event_renewed where organisation_id = '${organisationId}' and key_id = 'k3' and number >= 3`,
    ),
  ).toEqual([{ n: 0 }]);
});

const askOf =
  (asked: Portal): TestPerson['ask'] =>
  (name, request) =>
    ask(asked.app, anna.cookie, name, request);
