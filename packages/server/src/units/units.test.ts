import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let head: TestPerson;
let officer: TestPerson;
const unit = '0488';
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  await portal.unit(unit);
  await portal.unit('0331');
  head = await portal.person({ name: 'Hilda Huvudsson', units: [{ code: unit, role: 'unitAdministrator' }] });
  officer = await portal.person({ name: 'Olle Provsson', units: [{ code: unit }] });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});
const eventsOf = (kind: string) => database.ask(`select object, details from audit_event where kind = '${kind}'`);

test('a new colleague is invited by letter, and an event says which role without saying who', async () => {
  const person = await head.ask('invitePerson', {
    unit,
    email: 'Ny.Kollega@Example.se',
    name: 'Nyna Nysson',
    role: 'respondent',
    isContact: true,
  });
  expect(person).toMatchObject({ email: 'ny.kollega@example.se', role: 'respondent', isContact: true, status: 'invited' });
  expect((await portal.mailsTo('ny.kollega@example.se'))[0]!.subject).toBe('Välkommen till personalstatistiken');
  const events = await eventsOf('unit.person-invited');
  expect(events).toEqual([{ object: person.accountId, details: { role: 'respondent', isContact: true } }]);
  await expect(
    head.ask('invitePerson', { unit, email: 'ny.kollega@example.se', name: 'Nyna Nysson', role: 'reader', isContact: false }),
  ).rejects.toMatchObject({ status: 409, body: { code: 'unit.already-member' } });
});

test('somebody who has an account gets access without a letter', async () => {
  const other = await portal.person({ email: 'redan.har@example.se', units: [{ code: '0331' }] });
  await head.ask('invitePerson', { unit, email: 'redan.har@example.se', name: 'Vad Somhelst', role: 'reader', isContact: false });
  expect((await other.ask('whoAmI', {})).units.map((mine) => mine.unit).toSorted()).toEqual(['0331', unit]);
  expect(await portal.mailsTo('redan.har@example.se', 0)).toEqual([]);
});

test('addresses that are none, and rights that one does not have, are refused', async () => {
  for (const email of ['inte en adress', 'a@b', 'а@example.se'])
    await expect(head.ask('invitePerson', { unit, email, name: 'X Y', role: 'reader', isContact: false })).rejects.toMatchObject({
      status: expect.toSatisfy((status: number) => status === 400 || status === 422) as never,
    });
  await expect(
    officer.ask('invitePerson', { unit, email: 'b@example.se', name: 'X Y', role: 'reader', isContact: false }),
  ).rejects.toMatchObject({ status: 403 });
});

test('nobody changes or removes themselves; a removed person is out with the next request', async () => {
  await expect(head.ask('removePerson', { unit, accountId: head.accountId })).rejects.toMatchObject({ body: { code: 'unit.own-role' } });
  await expect(head.ask('changePerson', { unit, accountId: head.accountId, role: 'reader', isContact: false })).rejects.toMatchObject({
    body: { code: 'unit.own-role' },
  });
  const leaving = await portal.person({ units: [{ code: unit }] });
  expect((await leaving.ask('showUnit', { unit })).unit).toBe(unit);
  await head.ask('changePerson', { unit, accountId: leaving.accountId, role: 'reader', isContact: false });
  expect((await leaving.ask('whoAmI', {})).units[0]).toMatchObject({ role: 'reader' });
  await head.ask('removePerson', { unit, accountId: leaving.accountId });
  await expect(leaving.ask('showUnit', { unit })).rejects.toMatchObject({ status: 404 });
  await expect(head.ask('removePerson', { unit, accountId: leaving.accountId })).rejects.toMatchObject({ status: 404 });
  expect(await eventsOf('unit.person-removed')).toHaveLength(1);
});

test('the payroll system is the unit’s own to say, and the profile the person’s', async () => {
  await officer.ask('changePayrollSystem', { unit, payrollSystem: 'Eget system' });
  expect((await head.ask('showUnit', { unit })).payrollSystem).toBe('Eget system');
  expect(await officer.ask('changeMyProfile', { name: 'Olle Nyttnamn', phone: '070-174 06 05' })).toMatchObject({
    name: 'Olle Nyttnamn',
    phone: '070-174 06 05',
  });
  await expect(officer.ask('changeMyProfile', { name: '', phone: '' })).rejects.toMatchObject({ status: 400 });
  expect(JSON.stringify(await eventsOf('account.profile-changed'))).not.toMatch(/Nyttnamn|174/);
});
