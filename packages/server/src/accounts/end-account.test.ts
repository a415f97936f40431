import { randomUUID } from 'node:crypto';
import { receiptPath } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../platform/audit/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { delivered, novemberFile } from '../testing/delivery.ts';
import { dumpOf, tracesIn } from '../testing/dump.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { goesWithAccount, staysWithPseudonym } from './goes-with-account.ts';
import { endAccount, inviteAccount } from './index.ts';

let database: TestDatabase;
let portal: Portal;
let colleague: TestPerson;
const unit = '0488';
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  await portal.unit(unit);
  await portal.unit('0331');
  colleague = await portal.person({ name: 'Kalle Kvarvarande', units: [{ code: unit }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const who = { name: 'Petronella Försvinnlund', email: 'petronella.forsvinn@example.se', phone: '070-1234987' };
const end = (accountId: string) =>
  portal.services.database.transaction({ side: 'collecting' }, (db) => endAccount(db, portal.services, portal.clock.now(), accountId));

test(
  'R84: of somebody whose account has ended the whole database holds no name, address or telephone, and the log still holds',
  { timeout: 120_000 },
  async () => {
    const { services, clock } = portal;
    const person = await portal.person({ email: who.email, name: who.name, units: [{ code: unit }, { code: '0331', role: 'reader' }] });
    await person.ask('changeMyProfile', { name: who.name, phone: who.phone });
    const delivery = await delivered(portal, person, unit, novemberFile(unit, 12));
    const receipt = await person.ask('submitDelivery', {
      unit,
      delivery: delivery.id,
      expectedVersion: delivery.version,
      sha256: delivery.file!.sha256,
      confirmed: true,
    });
    const thread = await person.ask('startThread', { unit, subject: 'En fråga', text: 'Hur gör vi?', requestId: randomUUID() });
    await person.ask('requestExtension', { unit, wishedDueOn: '2027-01-15', reason: 'illness' });
    await portal.app.inject({
      method: 'POST',
      url: '/konto/inbjudan',
      headers: { ...browserHeaders, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ epost: who.email }).toString(),
    });
    const planted = { ...who, app: person.appKey, session: person.cookie.split('=')[1]! };
    expect(tracesIn(await dumpOf(database), who)).toEqual(['name', 'email', 'phone']);
    const [{ letters }] = await services.database.transaction({ side: 'collecting' }, async (db) => {
      await postLetter(db, services, new Date(clock.now().getTime() - 1000), 'message', who.email, {
        subject: 'Till dig',
        paragraphs: ['Hej'],
      });
      expect(await endAccount(db, services, clock.now(), person.accountId)).toBe(true);
      return (await db.executeSql('select count(*)::int as letters from mail_outbox', [])).rows as [{ letters: number }];
    });
    expect(letters).toBe(0);

    expect(tracesIn(await dumpOf(database), planted)).toEqual([]);
    expect(await database.ask(`select status, pseudonym, email_normalised, name from account where id = '${person.accountId}'`)).toEqual([
      { status: 'ended', pseudonym: `p-${person.accountId}`, email_normalised: null, name: '' },
    ]);
    for (const { table, column } of goesWithAccount)
      expect(await database.ask(`select 1 from ${table} where ${column} = '${person.accountId}'`), table).toEqual([]);
    expect(await database.ask(`select 1 from code_mail union all select 1 from journey`)).toEqual([]);
    const { chains } = await services.database.transaction({ side: 'collecting' }, (db) => verifyLog(db, services.keys, []));
    expect(chains.length).toBeGreaterThan(1);
    expect(chains.filter(({ brokenAt }) => brokenAt !== undefined)).toEqual([]);

    await expect(person.ask('whoAmI', {})).rejects.toMatchObject({ status: 401 });
    expect((await colleague.ask('showThread', { unit, thread: thread.id })).messages).toMatchObject([
      { text: 'Hur gör vi?', author: 'Tidigare användare' },
    ]);
    const view = await colleague.ask('showDelivery', { unit });
    expect(view.receipt).toMatchObject({ number: receipt.number, submittedBy: 'Tidigare användare' });
    expect(view.steps.map(({ by }) => by)).toEqual(view.steps.map(() => 'Tidigare användare'));
    const page = await portal.app.inject({
      url: receiptPath(unit, receipt.number),
      headers: { ...browserHeaders, cookie: colleague.cookie },
    });
    expect(page.body).toContain('Tidigare användare');
    expect((await colleague.ask('showUnit', { unit })).people.map(({ name }) => name)).toEqual(['Kalle Kvarvarande']);
  },
);

test('an account ends once, also when two ask for it, and the same address can be invited anew as somebody else', async () => {
  const person = await portal.person({ email: 'en.gang@example.se' });
  expect((await Promise.all([end(person.accountId), end(person.accountId)])).filter(Boolean)).toHaveLength(1);
  const { services, clock } = portal;
  const anew = await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email: 'en.gang@example.se', name: 'Ny', invitedBy: null }),
  );
  expect(anew).toMatchObject({ isNew: true, status: 'invited' });
  expect(anew.accountId).not.toBe(person.accountId);
});

test('every column that names an account is erased with it or kept under the pseudonym, and the application may do so', async () => {
  const named = await database.ask(`
    select c.conrelid::regclass::text as "table", a.attname as "column"
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'account'::regclass order by 1, 2`);
  const known = [...goesWithAccount, ...staysWithPseudonym].map(({ table, column }) => `${table}.${column}`);
  expect(named.map(({ table, column }) => `${String(table)}.${String(column)}`).toSorted()).toEqual(known.toSorted());
  for (const { table } of goesWithAccount)
    expect(await database.ask(`select has_table_privilege('insamling_app', '${table}', 'delete') as may`), table).toEqual([{ may: true }]);
});
