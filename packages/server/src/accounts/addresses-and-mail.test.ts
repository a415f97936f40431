import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postLetter } from '../platform/mail/index.ts';
import { openBrowser } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { browserHeaders, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';
import { looksLikeAddress, normaliseAddress } from './address.ts';
import { inviteAccount } from './index.ts';
import { untilSent } from '../testing/until-sent.ts';

let database: TestDatabase;
let portal: Portal;
let manager: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.unit('0488');
  manager = await portal.person({ collectingRole: 'collectionManager' });
  // Who invites has just shown that it is them.
  await database.ask(`update session set elevated_until = '2027-01-01' where account_id = '${manager.accountId}'`);
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

test.each([
  ['anna@example.se', 'anna@example.se'],
  ['  ANNA@Example.SE ', 'anna@example.se'],
  ['anna+lön@example.se', undefined],
  ['anna.b+c@example.se', 'anna.b+c@example.se'],
  ['anna@åäö.se', 'anna@xn--4cab6c.se'],
  ['anna@ÅÄÖ.se', 'anna@xn--4cab6c.se'],
  ['anna@a\u030aäö.se', 'anna@xn--4cab6c.se'],
  ['anna@xn--4cab6c.se', 'anna@xn--4cab6c.se'],
  ['ännå@example.se', undefined],
  ['аnna@example.se', undefined],
  ['ｊanna@example.se', undefined],
  ['ann\u0131@example.se', undefined],
  ['\u212aalle@example.se', undefined],
  ['anna＠example.se', undefined],
  ['anna@example。se', undefined],
  ['anna@exam\u00adple.se', undefined],
  ['anna@ｅxample.se', undefined],
  ['anna@127.0.0.1', undefined],
  ['anna@localhost', undefined],
  ['anna@-example.se', undefined],
  [`${'a'.repeat(65)}@example.se`, undefined],
  [`anna@${'a'.repeat(64)}.se`, undefined],
  [`anna@${'abcdefgh.'.repeat(30)}se`, undefined],
])('R17: «%s» is kept as %s', (typed, kept) => {
  expect(normaliseAddress(typed)).toBe(kept);
});

test('R17: an address is kept in one form, and keeping it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.string().map((text) => `${text}@example.se`),
      ),
      (typed) => {
        const kept = normaliseAddress(typed);
        if (kept === undefined) return;
        expect(normaliseAddress(kept)).toBe(kept);
        expect(normaliseAddress(` ${kept.toUpperCase()}\t`)).toBe(kept);
        expect(kept).toMatch(/^[\x21-\x7e]+$/);
      },
    ),
    { numRuns: 3000 },
  );
});

/** What mail libraries and validators have read differently from each other. */
const tricks = [
  'anna@example.se\r\nBcc: eve@example.org',
  'anna@example.se\nSubject: x',
  'anna@example.se%0d%0aBcc:eve@example.org',
  'anna@example.se,eve@example.org',
  'anna@example.se;eve@example.org',
  'anna@example.se eve@example.org',
  'grupp:anna@example.se,eve@example.org;',
  '"anna@example.se"@example.org',
  '"anna\\"@example.se"@example.org',
  '"anna b"@example.se',
  'anna@example.se(eve@example.org)',
  'anna(kommentar)@example.se',
  'anna@(kommentar)example.se',
  'Anna <anna@example.se>',
  '<anna@example.se>',
  'anna@example.se>',
  'anna@example.se\u0000.eve.example.org',
  'anna@[127.0.0.1]',
  'anna@example.se.',
  'anna..b@example.se',
  '.anna@example.se',
  '=?utf-8?q?anna=40example.se=2ceve?=@example.org',
];

test.each(tricks)('R71: «%s» is nobody’s address: no account, no code, no letter', async (trick) => {
  expect(normaliseAddress(trick) === undefined || trick.startsWith('=?')).toBe(true);
  const before = (await database.ask(`select count(*)::int as n from account`))[0]!['n'];
  const answer = await openBrowser(portal).post('/konto/inbjudan', { epost: trick });
  expect([303, 422]).toContain(answer.status);
  expect(answer.status === 303).toBe(looksLikeAddress(trick));
  const invitation = await portal.app.inject({
    method: 'POST',
    url: '/api/e/0488/people',
    headers: { ...browserHeaders, cookie: manager.cookie, 'content-type': 'application/json' },
    payload: JSON.stringify({ email: trick, name: 'Eve', role: 'reader', isContact: false }),
  });
  if (normaliseAddress(trick) === undefined) {
    expect(invitation.statusCode).toBe(422);
    expect((await database.ask(`select count(*)::int as n from account`))[0]!['n']).toBe(before);
  }
  await untilSent(database);
  for (const stranger of ['anna@example.se', 'eve@example.org']) expect(await portal.mailsTo(stranger, 0)).toEqual([]);
});

test('R71: a name full of line breaks and addresses is refused or text, and the letter has one receiver and one subject', async () => {
  const email = `${randomUUID()}@example.se`;
  const { services, clock } = portal;
  await services.database.transaction({}, (db) =>
    inviteAccount(db, services, clock.now(), { email, name: 'Anna\r\nBcc: eve@example.org\r\n\r\nHej', invitedBy: null }),
  );
  const [letter, ...others] = await portal.mailsTo(email);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ to: [email], subject: 'Välkommen till personalstatistiken' });
  expect(await portal.mailsTo('eve@example.org', 0)).toEqual([]);
});

test('R71: a line break in a subject ends no header, and an address that came into the outbox is one receiver, whatever is in it', async () => {
  const { services, clock } = portal;
  const email = `${randomUUID()}@example.se`;
  const letter = { subject: 'Hej\r\nBcc: eve@example.org\r\nX-Own: 1', paragraphs: ['Text'] };
  await services.database.transaction({}, (db) => postLetter(db, services, clock.now(), 'code', email, letter));
  const [mail] = await portal.mailsTo(email);
  expect(mail!.to).toEqual([email]);
  expect(mail!.subject).toContain('Bcc: eve@example.org');
  expect(await portal.mailsTo('eve@example.org', 0)).toEqual([]);
});
