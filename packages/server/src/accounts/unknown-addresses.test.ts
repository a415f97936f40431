import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../platform/db/index.ts';
import { goodPassword, openBrowser, type PageAnswer } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { enrolledAccounts } from '../testing/enrolled-accounts.ts';
import { pairedTiming } from '../testing/paired-timing.ts';
import { startPortal, type Portal } from '../testing/portal.ts';
import { untilSent } from '../testing/until-sent.ts';

/** Whether an address has an account shows neither in an answer nor in the time it takes. */
const at = '2026-11-25T10:00:00Z';
let database: TestDatabase;
let portal: Portal;
beforeAll(async () => {
  database = await testDatabase();
  // The floor that is shipped, and the mails sent by this same process: the worst that a portal can be.
  portal = await startPortal({ database, at, settings: { ANSWER_FLOOR_MS: '120' } });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

/** An account in a state, invited until a moment. @returns its address */
async function account(status: 'invited' | 'reset' | 'blocked', until: Date | null = null, name: string = randomUUID()): Promise<string> {
  const email = `${name}@example.se`;
  await portal.services.database.transaction({}, (db) =>
    db.run(sql`insert into account (id, pseudonym, email_normalised, name, status, invited_at, invitation_expires_at, created_at)
               values (${randomUUID()}, ${randomUUID()}, ${email}, 'Test Testsson', ${status}, ${new Date(at)}, ${until}, ${new Date(at)})`),
  );
  return email;
}
const day = 86_400_000;
const from = (days: number) => new Date(Date.parse(at) + days * day);

/** Five of every kind: an address may ask for five codes in a quarter of an hour. */
async function addresses(): Promise<Readonly<Record<string, string>>> {
  const [enrolled, paused] = await enrolledAccounts(portal, 2, `finished-${randomUUID().slice(0, 8)}`);
  await portal.services.database.transaction({}, (db) =>
    db.run(
      sql`update account set totp_failures_in_row = 10, totp_locked_until = ${from(1)}, totp_failures_total = 99 where id = ${paused!.accountId}`,
    ),
  );
  return {
    unknown: `${randomUUID()}@example.se`,
    invited: await account('invited', from(20)),
    'invited until yesterday': await account('invited', from(-1)),
    reset: await account('reset', from(3)),
    'reset until yesterday': await account('reset', from(-1)),
    finished: enrolled!.email,
    'finished, and paused after wrong app codes': paused!.email,
    blocked: await account('blocked'),
    'no address any account can have': `änna.${randomUUID()}@example.se`,
  };
}

/** All of an answer but what is new every time: tokens, nonces, dates, numbers of faults, and the address that was typed. */
function masked({ status, to, body, headers, setCookies }: PageAnswer, address: string) {
  const { date: _date, 'content-security-policy': policy, 'set-cookie': _cookies, ...others } = headers;
  return {
    status,
    to,
    headers: others,
    policy: String(policy).replace(/'nonce-[^']+'/, 'nonce'),
    cookies: setCookies.map((line) => line.replace(/=[A-Za-z0-9_-]{43};/, '=43 characters;')),
    body: body
      .replaceAll(address, 'ADDRESS')
      .replace(/nonce="[^"]+"/g, 'nonce')
      // How many seconds are left depends on how busy the machine is.
      .replace(/om \d+ sekunder/, 'om en stund')
      .replace(/Felnummer [^.]+\./g, 'number'),
  };
}
const sizeless = (answer: ReturnType<typeof masked>) => ({ ...answer, headers: { ...answer.headers, 'content-length': 0 } });

test('R03: asking for a code, and every step that an outsider can go after it, answers the same whoever has the address', async () => {
  const kinds = Object.entries(await addresses());
  const walks = await Promise.all(
    kinds.map(async ([, address]) => {
      const browser = openBrowser(portal);
      const answers = [
        await browser.post('/konto/inbjudan', { epost: address }),
        await browser.get('/konto/kod'),
        await browser.post('/konto/kod', { kod: 'abc' }),
        await browser.post('/konto/kod/ny'),
        await browser.get('/konto/appkod'),
      ];
      return answers.map((answer) => sizeless(masked(answer, address)));
    }),
  );
  for (const [place, walk] of walks.entries()) expect(walk, kinds[place]![0]).toEqual(walks[0]);
});

test('R03: when an address has got its share of mails, the answers are still the same, for each of them', async () => {
  const kinds = Object.entries(await addresses());
  const answers = await Promise.all(
    kinds.map(async ([, address]) => {
      const all = [];
      for (let request = 0; request < 8; request += 1)
        all.push(JSON.stringify(sizeless(masked(await openBrowser(portal).post('/konto/inbjudan', { epost: address }), address))));
      return new Set(all);
    }),
  );
  for (const [place, set] of answers.entries()) expect(set, kinds[place]![0]).toEqual(answers[0]);
  expect(answers[0]!.size).toBe(1);
});

test('R05: a wrong password gets the same answer whoever has the address', async () => {
  const kinds = Object.entries(await addresses());
  const answers = await Promise.all(
    kinds.map(async ([, address]) =>
      sizeless(masked(await openBrowser(portal).post('/logga-in', { epost: address, losenord: 'Fel-lösenord-1' }), address)),
    ),
  );
  for (const [place, answer] of answers.entries()) expect(answer, kinds[place]![0]).toEqual(answers[0]);
  expect(answers[0]!.body).toContain('E-postadressen eller lösenordet stämmer inte.');
});

test('R06: an address nobody has gets no mail at all, one that may enter exactly one', async () => {
  const kinds = await addresses();
  await Promise.all(Object.values(kinds).map((address) => openBrowser(portal).post('/konto/inbjudan', { epost: address })));
  const mayEnter = ['invited', 'reset', 'finished', 'finished, and paused after wrong app codes'];
  await untilSent(database);
  const counted = await Promise.all(
    Object.entries(kinds).map(async ([kind, address]) => [kind, (await portal.mailsTo(address, 0)).length]),
  );
  expect(Object.fromEntries(counted)).toEqual(
    Object.fromEntries(Object.keys(kinds).map((kind) => [kind, mayEnter.includes(kind) ? 1 : 0])),
  );
});

/** Statistic of R04 and R05: see `pairedTiming`. 200 interleaved pairs, each of an address that has not been asked for before. */
const pairs = 200;

test('R04: asking for a code takes as long for a known address as for an unknown one', { timeout: 400_000 }, async () => {
  const [known, nobody] = [`known-${randomUUID()}`, `nobody-${randomUUID()}`];
  await portal.services.database.transaction({}, (db) =>
    db.run(sql`insert into account (id, pseudonym, email_normalised, name, status, invited_at, invitation_expires_at, created_at)
               select gen_random_uuid(), gen_random_uuid(), ${known} || '-' || n || '@example.se', 'Test', 'invited', ${from(0)}, ${from(30)}, ${from(0)} from generate_series(-20, ${3 * pairs}) n`),
  );
  const ask = (address: string) => openBrowser(portal).post('/konto/inbjudan', { epost: address });
  const timing = await pairedTiming(
    pairs,
    (pair) => ask(`${known}-${pair}@example.se`),
    (pair) => ask(`${nobody}-${pair}@example.se`),
  );
  expect(timing).toMatchObject({ isEqual: true });
});

test('R05: a wrong password takes as long for a known address as for an unknown one', { timeout: 400_000 }, async () => {
  const people = await enrolledAccounts(portal, 3 * pairs + 20, `sign-in-${randomUUID()}`);
  const nobody = randomUUID();
  const give = (address: string) => openBrowser(portal).post('/logga-in', { epost: address, losenord: `${goodPassword}x` });
  const timing = await pairedTiming(
    pairs,
    (pair) => give(people[pair + 10]!.email),
    (pair) => give(`${nobody}-${pair}@example.se`),
  );
  expect(timing).toMatchObject({ isEqual: true });
});
