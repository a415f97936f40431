import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventDetails, eventDetailValues, eventKinds } from '@insamling/texts';
import { problems } from '@insamling/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealedColumns } from '../commands/rotate-keys.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { ask, startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let ada: TestPerson;
let anna: TestPerson;
let unit: { organisationId: string; unitId: string };
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z', worker: false });
  unit = await portal.unit('0488');
  await portal.unit('0331');
  ada = await portal.person({ name: 'Ada Testsson', collectingRole: 'administrator' });
  anna = await portal.person({ name: '=HYPERLINK("http://ond.example";"klicka")', units: [{ code: '0488' }] });
  for (let index = 0; index < 25; index += 1) await record({ at: new Date(Date.UTC(2026, 10, 20, 10, Math.floor(index / 3))) });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const record = ({
  at = portal.clock.now(),
  actor = `p-${anna.accountId}`,
  kind = 'delivery.cell-corrected',
  outcome = 'done' as 'done' | 'refused',
  isOfUnit = true,
  object = randomUUID() as string,
  details = {},
}) =>
  portal.services.database.transaction({}, (db) =>
    recordEvent(db, portal.services.keys, at, {
      ...(isOfUnit ? { organisationId: unit.organisationId, unitId: unit.unitId } : {}),
      actor,
      kind,
      object,
      outcome,
      origin: '127.0.0.1',
      details,
    }),
  );
const count = async (kind: string) => (await database.ask(`select count(*)::int as n from audit_event where kind = '${kind}'`))[0]!['n'];

test('R78: an administrator pages through the whole log, newest first, each event once, also those of one instant', async () => {
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await ada.ask('listEvents', { limit: 7, ...(before ? { before } : {}), kind: 'delivery.cell-corrected' });
    expect(page.events.length).toBeLessThanOrEqual(7);
    seen.push(...page.events.map(({ chain, number }) => `${chain} ${number}`));
    before = page.next ?? undefined;
  } while (before);
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
  const numbers = seen.map((one) => Number(one.split(' ')[1]));
  expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
});

test('a person is shown by the name of today; one whose account is gone by the pseudonym', async () => {
  await record({ actor: 'p-gone' });
  const { events } = await ada.ask('listEvents', { limit: 2, person: 'p-gone' });
  expect(events).toMatchObject([{ person: 'p-gone', personName: null, unit: { unit: '0488', name: 'Enhet 0488' } }]);
  expect((await ada.ask('listEvents', { limit: 1, person: `p-${anna.accountId}` })).events[0]).toMatchObject({
    personName: '=HYPERLINK("http://ond.example";"klicka")',
  });
});

test('what an event tells and whom it is about is said in words, in the table and in the file', async () => {
  const of = async (kind: string) => (await ada.ask('listEvents', { kind, limit: 1 })).events[0]!;
  await record({
    kind: 'user.invited',
    object: anna.accountId,
    details: { role: 'reviewer', units: '0488 respondent, 0331 reader', awaitsSecond: true },
  });
  expect(await of('user.invited')).toMatchObject({
    aboutAccount: anna.accountId,
    objectName: '=HYPERLINK("http://ond.example";"klicka")',
    told: [
      { name: 'Roll', value: 'Granskare' },
      { name: 'Enheter', value: '0488 Uppgiftslämnare, 0331 Läsare' },
      { name: 'Väntar på en andra administratör', value: 'Ja' },
    ],
  });
  await record({ kind: 'extension.decided', details: { decision: 'granted', grantedDueOn: '2027-01-11' } });
  expect((await of('extension.decided')).told.map(({ name, value }) => `${name}: ${value}`).join()).toMatch(
    /^Svar: Beviljat,Beviljad dag: .*jan/,
  );
  await record({ kind: 'access.denied', object: 'listFindings', outcome: 'refused', details: { code: 'request.not-found' } });
  expect(await of('access.denied')).toMatchObject({ aboutAccount: null, told: [{ name: 'Skäl', value: 'Sidan finns inte.' }] });
  expect((await of('access.denied')).objectName).not.toMatch(/listFindings|^$/);
  await record({ kind: 'account.stepped-up', details: { purpose: '', with: 'app' } });
  expect((await of('account.stepped-up')).told).toEqual([{ name: 'Med', value: 'Appkod' }]);
  await record({ details: { record: 7, variable: 'monthlySalary', request: 'x' } });
  expect((await ada.ask('exportEvents', { kind: 'user.invited' })).csv).toContain(
    'Roll: Granskare · Enheter: 0488 Uppgiftslämnare, 0331 Läsare',
  );
});

test('the log is narrowed by days of Sweden, person, unit, kind and outcome, one or all of them', async () => {
  await record({ at: new Date('2026-11-21T22:59:59.999Z'), kind: 'delivery.submitted' });
  await record({ at: new Date('2026-11-21T23:00:00Z'), kind: 'delivery.submitted', outcome: 'refused' });
  await record({ at: new Date('2026-11-21T12:00:00Z'), kind: 'delivery.submitted', isOfUnit: false, actor: 'system: test' });
  const kinds = async (filter: object) =>
    (await ada.ask('listEvents', { kind: 'delivery.submitted', ...filter })).events.map(({ at, outcome }) => `${at} ${outcome}`);
  const [evening, night, noon] = ['2026-11-21T22:59:59.999Z done', '2026-11-21T23:00:00.000Z refused', '2026-11-21T12:00:00.000Z done'];
  expect(await kinds({})).toEqual([night, evening, noon]);
  expect(await kinds({ from: '2026-11-22' })).toEqual([night]);
  expect(await kinds({ to: '2026-11-21' })).toEqual([evening, noon]);
  expect(await kinds({ from: '2026-11-21', to: '2026-11-21' })).toEqual([evening, noon]);
  expect(await kinds({ unit: '0488' })).toEqual([night, evening]);
  expect(await kinds({ unit: '0331' })).toEqual([]);
  expect(await kinds({ person: 'system' })).toEqual([noon]);
  expect(await kinds({ outcome: 'refused' })).toEqual([night]);
  expect(await kinds({ outcome: 'done', unit: '0488', from: '2026-11-21', to: '2026-11-22', person: `p-${anna.accountId}` })).toEqual([
    evening,
  ]);
});

test.each([
  { person: "x' or 1=1" },
  { kind: 'DROP' },
  { before: 'x' },
  { before: '2026-13-45T99:99:99.999Z_x_1' },
  { from: 'igår' },
  { limit: 100_000 },
  { unknown: 'x' },
])('R28: a filter that is nonsense is refused as such: %j', async (filter) => {
  await expect(ada.ask('listEvents', filter as object)).rejects.toMatchObject({ status: 400 });
});

test('R53, R78: only an administrator reads it; that it was read is an event, once an hour', async () => {
  const chief = await portal.person({ collectingRole: 'collectionManager' });
  for (const person of [chief, anna]) {
    await expect(person.ask('listEvents', {})).rejects.toMatchObject({ status: 403 });
    await expect(person.ask('listEventFilters', {})).rejects.toMatchObject({ status: 403 });
    await expect(person.ask('exportEvents', {})).rejects.toMatchObject({ status: 403 });
  }
  const before = (await count('audit.read')) as number;
  const other = await portal.person({ name: 'Bo Testsson', collectingRole: 'administrator' });
  await Promise.all(Array.from({ length: 6 }, () => other.ask('listEvents', {})));
  expect(await count('audit.read')).toBe(before + 1);
  // In two steps: a session ends after an hour without a request.
  for (const person of [ada, other]) await person.ask('whoAmI', {}).then(() => portal.clock.advance(900));
  for (const person of [ada, other]) await person.ask('whoAmI', {}).then(() => portal.clock.advance(900));
  await other.ask('listEvents', {});
  expect(await count('audit.read')).toBe(before + 2);
});

test('R52, R76, R77: the log as CSV needs a fresh code, is itself logged, and no cell of it is a formula', async () => {
  await record({ kind: 'unit.person-changed', details: { note: '=1+1', records: 12 } });
  const plain = await portal.person({ collectingRole: 'administrator' });
  await database.ask(`update session set elevated_until = null where account_id = '${plain.accountId}'`);
  await expect(ask(portal.app, plain.cookie, 'exportEvents', {})).rejects.toMatchObject({
    status: 403,
    body: { code: 'account.step-up-needed' },
  });
  const { csv, events, isCapped } = await ada.ask('exportEvents', { unit: '0488' });
  expect(isCapped).toBe(false);
  const lines = csv.slice(1).trimEnd().split('\r\n');
  expect(csv.codePointAt(0)).toBe(0xfeff);
  expect(lines).toHaveLength(events + 1);
  expect(lines[0]).toContain('Tid (UTC);Person;');
  expect(csv).toContain(`;"'=HYPERLINK(""http://ond.example"";""klicka"")";`);
  for (const cell of lines.flatMap((line) => line.match(/(?<=^|;)(?:"(?:[^"]|"")*"|[^;]*)(?=;|$)/g) ?? []))
    expect(cell).not.toMatch(/^"?[=+\-@\t\r]/);
  expect(lines[1]).toMatch(/;\d+$/);
  const [logged] = (await ada.ask('listEvents', { kind: 'audit.exported' })).events;
  expect(logged).toMatchObject({ personName: 'Ada Testsson', details: { unit: '0488', events, isCapped: false } });
});

test('whom and what the log can be narrowed to', async () => {
  const { people, units } = await ada.ask('listEventFilters', {});
  expect(people).toContainEqual({ person: `p-${ada.accountId}`, name: 'Ada Testsson' });
  expect(units).toEqual([
    { unit: '0331', name: 'Enhet 0331' },
    { unit: '0488', name: 'Enhet 0488' },
  ]);
});

/** Texts of the form `a.b` in the code that are neither kinds of events nor refusals. */
const others = new Set([
  'app.account',
  'app.organisation',
  'app.side',
  'err.detail',
  'error.detail',
  'index.html',
  'inlamning.csv',
  'inlamning.xlsx',
  'req.headers',
  'run.json',
]);

/** The shipped code of the server, a text a file. */
const sources = () => {
  const folder = join(import.meta.dirname, '..');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.startsWith('testing'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
};

test('every kind of event that the code can record has Swedish words, and no words are left over', () => {
  const texts = sources().flatMap((text) => text.match(/(?<=')[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+(?=')/g) ?? []);
  const kinds = new Set(texts.filter((text) => !(text in problems) && !others.has(text)));
  expect(kinds.size).toBeGreaterThan(40);
  expect([...kinds].filter((kind) => !(kind in eventKinds))).toEqual([]);
  expect(Object.keys(eventKinds).filter((kind) => !kinds.has(kind))).toEqual([]);
});

/** Where the details of an event begin: after their own name, after kind and object, and where a reading is noted. */
const detailsBegin = /\bdetails: \{|'[a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+',\s*['\w.!]+,\s*\{|\bnote(?:Reading|Fetching)\([^{};]*\{/g;

/** The names in an object that is written out, without those of what lies in it. */
function namesIn(text: string, from: number): string[] {
  let own = '';
  let depth = 1;
  for (let at = from; depth > 0; at += 1) {
    const sign = text[at]!;
    if ('{[('.includes(sign)) depth += 1;
    if ('}])'.includes(sign)) depth -= 1;
    if (depth === 1 && !'}])'.includes(sign)) own += sign;
  }
  return own.split(',').flatMap((part) => /^\s*'?([a-z][\w.-]*)'?\s*(?::|$)/i.exec(part)?.[1] ?? []);
}

/** What is put together elsewhere: a filter, what was erased, and the columns that are put under another key. */
const elsewhere = [
  ...'awaitsSecond from to person unit kind outcome deliveries files findings corrections explanations receipts'.split(' '),
  ...sealedColumns.map(({ name }) => name),
  ...'provider_link.key_id explanation.finding_mac audit_event.key_id audit_checkpoint_seal.key_id audit-heads'.split(' '),
];

test('every detail that the code can record has a Swedish word, and no words are left over', () => {
  const written = sources().flatMap((text) =>
    [...text.matchAll(detailsBegin)].flatMap((found) => namesIn(text, found.index + found[0].length)),
  );
  // `type` is in how the contract describes the details of a refusal.
  const names = new Set([...written.filter((name) => name !== 'type'), ...elsewhere]);
  expect(names.size).toBeGreaterThan(70);
  expect([...names].filter((name) => !(name in eventDetails)).sort()).toEqual([]);
  expect(Object.keys(eventDetails).filter((name) => !names.has(name))).toEqual([]);
  expect(Object.keys(eventDetailValues).filter((name) => !names.has(name))).toEqual([]);
});
