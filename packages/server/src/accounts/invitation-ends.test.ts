import { afterAll, beforeAll, expect, test } from 'vitest';
import { appCode, goodPassword, keyOn, mailedCode, openBrowser, walkTo, type Browser, type PageAnswer } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { newOwner } from '../testing/owner.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { deactivateAccount, inviteAccount } from './index.ts';

/** An invitation that ends while somebody is on the way. */
let database: TestDatabase;
let portal: Portal;
let administrator: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  administrator = await portal.person({ collectingRole: 'administrator' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

let people = 0;
async function invited(): Promise<{ accountId: string; email: string }> {
  const email = `inbjuden-${(people += 1)}@example.se`;
  const { services, clock } = portal;
  const { accountId } = await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email, name: 'Nyna Nysson', invitedBy: null }),
  );
  return { accountId, email };
}
type Invited = Awaited<ReturnType<typeof invited>>;
const accountOf = async ({ accountId }: Invited) =>
  (await database.ask(`select status, password, totp_secret from account where id = '${accountId}'`))[0];

const ends = {
  'runs out': ({ accountId }: Invited) =>
    database.ask(`update account set invitation_expires_at = '${portal.clock.now().toISOString()}' where id = '${accountId}'`),
  'is withdrawn': ({ accountId }: Invited) => administrator.ask('withdrawInvitation', { accountId }),
} as const;
type End = keyof typeof ends;

/** Each step of the way after the code: the stage the browser stands at, what it sees, and what it sends. */
const steps = {
  verified: { path: '/konto/verifierad', send: (browser: Browser) => browser.post('/konto/verifierad') },
  enrol: { path: '/konto/app', send: (browser: Browser) => browser.post('/konto/app') },
  totp: { path: '/konto/appkod', send: (browser: Browser, key: string) => browser.post('/konto/appkod', { kod: appCode(portal, key) }) },
  password: {
    path: '/konto/losenord',
    send: (browser: Browser) => browser.post('/konto/losenord', { losenord: goodPassword, bekrafta: goodPassword }),
  },
} as const;
const plain = ({ status, body }: PageAnswer) => [status, body.replace(/nonce="[^"]*"/g, '')];

test.each(Object.keys(steps) as (keyof typeof steps)[])(
  'R18: an invitation that ends at the step «%s» leads no further, whether it ran out or was withdrawn, and the page is the same',
  async (stage) => {
    const { path, send } = steps[stage];
    const answers: unknown[] = [];
    for (const end of Object.keys(ends) as End[]) {
      const person = await invited();
      const browser = openBrowser(portal);
      const key = await walkTo(portal, browser, person.email, stage);
      await ends[end](person);
      const shown = await browser.get(path);
      expect(keyOn(shown)).toBe('');
      answers.push([plain(shown), plain(await send(browser, key))]);
      expect(await accountOf(person)).toMatchObject({ password: null, totp_secret: null });
      expect((await browser.get('/api/me')).status).toBe(401);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect((answers[0] as [number, string][][])[1]![0]).toBe(409);
    expect(JSON.stringify(answers)).toContain('Börja om');
  },
);

test.each(Object.keys(ends) as End[])(
  'R03, R18: an invitation that %s before the code is entered looks as one that nobody ever had',
  async (end) => {
    const person = await invited();
    const [known, unknown] = [openBrowser(portal), openBrowser(portal)];
    await known.post('/konto/inbjudan', { epost: person.email });
    await unknown.post('/konto/inbjudan', { epost: `ingen-${people}@example.se` });
    const code = await mailedCode(portal, person.email);
    await ends[end](person);
    const same = (one: PageAnswer, other: PageAnswer) =>
      expect([one.status, one.body.replaceAll(person.email, 'X').replace(/nonce="[^"]*"/g, '')]).toEqual([
        other.status,
        other.body.replaceAll(`ingen-${people}@example.se`, 'X').replace(/nonce="[^"]*"/g, ''),
      ]);
    same(await known.get('/konto/kod'), await unknown.get('/konto/kod'));
    same(await known.post('/konto/kod', { kod: code }), await unknown.post('/konto/kod', { kod: code }));
    portal.clock.advance(61);
    same(await known.post('/konto/kod/ny'), await unknown.post('/konto/kod/ny'));
    await expect.poll(() => database.ask(`select count(*)::int as n from mail_outbox`), { timeout: 10_000 }).toEqual([{ n: 0 }]);
    expect((await portal.mailsTo(person.email, 0)).filter(({ text }) => text.includes('Din kod är'))).toHaveLength(1);
  },
);

test('R03: who only knows an address is not told that its owner was blocked, or has chosen a password, meanwhile', async () => {
  const owner = await newOwner(portal);
  const stranger = openBrowser(portal);
  await stranger.post('/konto/inbjudan', { epost: owner.email });
  const accountId = String((await database.ask(`select id from account where email_normalised = '${owner.email}'`))[0]!['id']);
  await portal.services.database.transaction({ side: 'collecting' }, (db) => deactivateAccount(db, accountId));
  const wrong = await stranger.post('/konto/kod', { kod: '000000' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('stämmer inte');
  const right = await stranger.post('/konto/kod', { kod: await mailedCode(portal, owner.email, 2) });
  expect(right.status).toBe(422);
});

test('a password chosen while the invitation is withdrawn counts, or the withdrawal does, and never both', async () => {
  const all = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const person = await invited();
      const browser = openBrowser(portal);
      await walkTo(portal, browser, person.email, 'password');
      return { person, browser };
    }),
  );
  const answers = await Promise.all(
    all.map(async ({ person, browser }) => {
      const [answer] = await Promise.all([steps.password.send(browser), ends['is withdrawn'](person).catch(() => undefined)]);
      return { status: answer.status, account: (await accountOf(person))!['status'] };
    }),
  );
  for (const { status, account } of answers) expect([status, account]).toEqual(status === 303 ? [303, 'active'] : [409, 'ended']);
});
