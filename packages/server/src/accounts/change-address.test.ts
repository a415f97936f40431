import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { mailedCode } from '../testing/browser.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const confirm = async (person: TestPerson, code: string) => (await person.ask('confirmAddressChange', { code })).outcome;
const addressOf = async ({ accountId }: TestPerson) =>
  (await database.ask(`select email_normalised from account where id = '${accountId}'`))[0]?.['email_normalised'];

test('R39, R84: a person moves to a new address with a code sent there, and the old and the new address are told', async () => {
  const person = await portal.person({ email: 'gammal@example.se' });
  await person.ask('askAddressChange', { email: ' Ny.Adress@Example.se ' });
  expect(await addressOf(person)).toBe('gammal@example.se');
  expect(await confirm(person, await mailedCode(portal, 'ny.adress@example.se'))).toBe('changed');
  expect(await addressOf(person)).toBe('ny.adress@example.se');
  expect((await person.ask('whoAmI', {})).account.email).toBe('ny.adress@example.se');
  const [old] = await portal.mailsTo('gammal@example.se');
  const fresh = (await portal.mailsTo('ny.adress@example.se', 2)).at(-1);
  for (const letter of [old, fresh]) {
    expect(letter?.subject).toContain('Din e-postadress är ändrad');
    expect(letter?.text).not.toMatch(/gammal@|ny\.adress@|(?<!\d)\d{6}(?!\d)/);
  }
  const events = await database.ask(`select kind, details from audit_event where kind like 'account.address%' order by number`);
  expect(events).toEqual([
    { kind: 'account.address-change-asked', details: {} },
    { kind: 'account.address-changed', details: {} },
  ]);
});

test('asking needs a fresh proof, and an address that somebody has is answered as any other, without a mail', async () => {
  const taken = await portal.person({ email: 'upptagen@example.se' });
  const person = await portal.person({});
  const { app } = portal;
  const bare = await app.inject({
    method: 'POST',
    url: '/api/me/address',
    headers: { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie: person.cookie, 'content-type': 'application/json' },
    payload: JSON.stringify({ email: 'x@example.se' }),
  });
  expect([bare.statusCode, bare.json<{ code: string }>().code]).toEqual([403, 'account.step-up-needed']);
  const free = await person.ask('askAddressChange', { email: 'ledig@example.se' });
  expect(await person.ask('askAddressChange', { email: taken.email })).toEqual(free);
  await portal.mailsTo('ledig@example.se');
  await expect.poll(() => database.ask('select 1 from mail_outbox')).toEqual([]);
  expect(await portal.mailsTo(taken.email, 0)).toEqual([]);
  expect(await confirm(person, await mailedCode(portal, 'ledig@example.se'))).toBe('wrong');
  await expect(person.ask('askAddressChange', { email: 'ingen adress' })).rejects.toMatchObject({ status: 422 });
  await expect(person.ask('askAddressChange', { email: person.email })).rejects.toMatchObject({ status: 422 });
});

test('a code is good for its minutes, its tries, its account and one use', async () => {
  const person = await portal.person({});
  const other = await portal.person({});
  await person.ask('askAddressChange', { email: 'kod@example.se' });
  await other.ask('askAddressChange', { email: 'annan@example.se' });
  const code = await mailedCode(portal, 'kod@example.se');
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await confirm(other, code)).toBe('wrong');
  for (let turn = 0; turn < 5; turn += 1) expect(await confirm(person, wrong)).toBe('wrong');
  expect(await confirm(person, code)).toBe('expired');
  await person.ask('askAddressChange', { email: 'kod@example.se' });
  const second = await mailedCode(portal, 'kod@example.se', 2);
  portal.clock.advance(11 * 60);
  expect(await confirm(person, second)).toBe('expired');
  await person.ask('askAddressChange', { email: 'kod@example.se' });
  const third = await mailedCode(portal, 'kod@example.se', 3);
  const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(person, third)));
  expect(answers.filter((one) => one === 'changed')).toHaveLength(1);
});

test('an address that somebody else has got meanwhile is refused, and nothing has changed', async () => {
  const one = await portal.person({});
  const two = await portal.person({});
  await one.ask('askAddressChange', { email: 'samma@example.se' });
  const first = await mailedCode(portal, 'samma@example.se');
  await two.ask('askAddressChange', { email: 'samma@example.se' });
  const second = await mailedCode(portal, 'samma@example.se', 2);
  expect(await confirm(one, first)).toBe('changed');
  await expect(confirm(two, second)).rejects.toMatchObject({ status: 409, body: { code: 'account.address-taken-meanwhile' } });
  expect(await addressOf(two)).toBe(two.email);
});
