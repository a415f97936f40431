import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { delivered, novemberFile } from '../testing/delivery.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let anna: TestPerson;
let bo: TestPerson;
let admin: TestPerson;
const unit = '0488';
const left = '0331';
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  await portal.unit(unit, { name: 'Enheten' });
  await portal.unit(left, { name: 'Lämnade enheten' });
  anna = await portal.person({ name: 'Anna Testsson', units: [{ code: unit }, { code: left }] });
  bo = await portal.person({ name: 'Bo Provsson', units: [{ code: unit }] });
  admin = await portal.person({ name: 'Ada Adminsson', units: [{ code: left, role: 'unitAdministrator' }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

test('R84: Mina uppgifter holds everything a person has done, also in an organisation they have left, and nothing of others', async () => {
  const file = novemberFile(unit, 10, { record: 3, field: 14, text: '04100' });
  const delivery = await delivered(portal, anna, unit, file);
  const warned = (await anna.ask('listChecks', { unit, delivery: delivery.id })).checks.find(({ severity }) => severity === 'warning');
  if (warned)
    await anna.ask('explainFindings', {
      unit,
      delivery: delivery.id,
      fileId: delivery.file!.id,
      rule: warned.rule,
      findings: 'all',
      reason: 'verified',
      text: 'Det stämmer.',
    });
  await anna.ask('startThread', { unit: left, subject: 'Fråga', text: 'Skrivet i den andra.', requestId: randomUUID() });
  await anna.ask('requestExtension', { unit, wishedDueOn: '2027-01-15', reason: 'illness', comment: 'Influensa på enheten.' });
  await bo.ask('startThread', { unit, subject: 'Fråga', text: 'Av någon annan.', requestId: randomUUID() });
  await admin.ask('changePerson', { unit: left, accountId: anna.accountId, role: 'reader', isContact: false });
  await admin.ask('removePerson', { unit: left, accountId: anna.accountId });

  const data = await anna.ask('showMyData', {});
  expect(data.account).toMatchObject({ id: anna.accountId, name: 'Anna Testsson', email: anna.email, pseudonym: `p-${anna.accountId}` });
  expect(data.roles).toMatchObject([{ unit, unitName: 'Enheten', role: 'respondent' }]);
  expect(data.sessions).toMatchObject([{ isThis: true }]);
  expect(data.files).toMatchObject({ total: 1, entries: [{ organisation: 'Enheten', name: 'november.csv', bytes: file.length }] });
  expect(warned).toBeDefined();
  expect(data.explanations).toMatchObject({
    total: 1,
    entries: [{ organisation: 'Enheten', rule: warned!.rule, findings: warned!.count, text: 'Det stämmer.' }],
  });
  expect(data.messages).toMatchObject({ total: 1, entries: [{ organisation: 'Lämnade enheten', text: 'Skrivet i den andra.' }] });
  expect(data.extensionRequests).toMatchObject({ total: 1, entries: [{ as: 'asked', text: 'Influensa på enheten.' }] });
  expect(data.events.entries.map(({ kind, organisation }) => `${kind} ${organisation ?? ''}`)).toEqual(
    expect.arrayContaining(['message.thread-started Lämnade enheten', 'delivery.file-uploaded Enheten', 'extension.asked Enheten']),
  );
  expect(data.aboutAccount.entries).toMatchObject([
    { kind: 'unit.person-removed', organisation: 'Lämnade enheten', by: 'Ada Adminsson' },
    { kind: 'unit.person-changed', organisation: 'Lämnade enheten', by: 'Ada Adminsson' },
  ]);
  const text = JSON.stringify(data);
  for (const foreign of ['Av någon annan', bo.email, bo.accountId, `p-${bo.accountId}`]) expect(text).not.toContain(foreign);
  for (const secret of [anna.appKey, anna.cookie.split('=')[1]!, 'not a password']) expect(text).not.toContain(secret);
  for (const [name, { entries, total }] of Object.entries(data).flatMap(([key, value]) =>
    typeof value === 'object' && 'total' in value ? [[key, value] as const] : [],
  ))
    expect(entries.length, name).toBe(Math.min(total, 10));
});

test('R52, R84: everything can be fetched, after a fresh proof, and that it was is an event', async () => {
  const bare = await portal.app.inject({
    method: 'POST',
    url: '/api/me/data/export',
    headers: { ...browserHeaders, cookie: anna.cookie, 'content-type': 'application/json' },
    payload: '{}',
  });
  expect([bare.statusCode, bare.json<{ code: string }>().code]).toEqual([403, 'account.step-up-needed']);
  for (let turn = 0; turn < 12; turn += 1)
    await anna.ask('startThread', { unit, subject: 'Fråga', text: `Nummer ${turn}`, requestId: randomUUID() });
  expect((await anna.ask('showMyData', {})).messages).toMatchObject({ total: 13, entries: { length: 10 } });
  const all = await anna.ask('exportMyData', {});
  expect(all.messages.entries).toHaveLength(13);
  expect(all.events.entries).toHaveLength(all.events.total);
  const [{ count }] = (await database.ask(`select count(*)::int as count from audit_event where actor = 'p-${anna.accountId}'`)) as [
    { count: number },
  ];
  expect(all.events.total).toBe(count - 1);
  expect(await database.ask(`select object from audit_event where kind = 'account.data-exported'`)).toEqual([{ object: anna.accountId }]);
});

test('the collecting side sees what is kept about oneself, not what is kept about everybody', async () => {
  const reviewer = await portal.person({ name: 'Rita', collectingRole: 'reviewer' });
  await reviewer.ask('startThread', { unit, subject: 'Hej', text: 'Från oss.', requestId: randomUUID() });
  const data = await reviewer.ask('showMyData', {});
  expect(data.messages).toMatchObject({ total: 1, entries: [{ text: 'Från oss.' }] });
  expect(data.events.total).toBe(1);
  expect(data.files.total).toBe(0);
});

test('R57: the database itself shows an account its own rows in other organisations, and no others', async () => {
  const { database: db } = portal.services;
  for (const [table, column] of [
    ['message', 'author'],
    ['delivery_file', 'uploaded_by'],
    ['explanation', 'by'],
    ['delivery_step', 'by'],
    ['receipt', 'submitted_by'],
    ['extension_request', 'asked_by'],
  ] as const) {
    const seen = await db.transaction({ account: anna.accountId }, async (inside) =>
      (await inside.executeSql(`select distinct ${column} as person from ${table}`, [])).rows.map(
        (row) => (row as { person: string }).person,
      ),
    );
    expect(
      seen.filter((person) => person !== anna.accountId && table !== 'message'),
      table,
    ).toEqual([]);
    expect(await db.transaction({}, async (inside) => (await inside.executeSql(`select from ${table}`, [])).rows), table).toEqual([]);
  }
});
