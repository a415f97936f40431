import type { DeliveryView } from '@insamling/contract';
import { frame } from '@insamling/survey/editions/november-2026';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivered, novemberFile } from '../testing/delivery.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let officer: TestPerson;
let reviewer: TestPerson;
const units = frame.flatMap(({ kind, codes }) => (kind === 'municipality' ? codes : [])).slice(60, 68);
let next = 0;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-12-01T10:00:00Z' });
  await portal.round({});
  for (const code of units) await portal.unit(code);
  officer = await portal.person({ email: 'officer@example.se', name: 'Olle Provsson', units: units.map((code) => ({ code })) });
  reviewer = await portal.person({ name: 'Rita Granskare', collectingRole: 'reviewer' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

interface Place {
  readonly unit: string;
  readonly delivery: string;
}
async function submitted(): Promise<Place> {
  const unit = units[next++]!;
  const view = await delivered(portal, officer, unit, novemberFile(unit, 12));
  await submit({ unit, delivery: view.id });
  return { unit, delivery: view.id };
}
const show = (unit: string): Promise<DeliveryView> => reviewer.ask('showDelivery', { unit });
const version = async (unit: string) => ({ expectedVersion: (await show(unit)).version });
async function submit({ unit, delivery }: Place) {
  const { version: expectedVersion, file } = await officer.ask('showDelivery', { unit });
  return officer.ask('submitDelivery', { unit, delivery, expectedVersion, sha256: file!.sha256, confirmed: true });
}

test('a delivery is taken up, returned with words that become a thread, submitted again and accepted', async () => {
  const place = await submitted();
  await reviewer.ask('beginReview', { ...place, ...(await version(place.unit)) });
  const { threadId } = await reviewer.ask('returnDelivery', {
    ...place,
    ...(await version(place.unit)),
    text: 'Hur många timavlönade hade ni?',
  });
  expect((await officer.ask('showThread', { unit: place.unit, thread: threadId })).messages).toMatchObject([
    { text: 'Hur många timavlönade hade ni?', author: 'Rita Granskare' },
  ]);
  const letters = async () => (await portal.mailsTo('officer@example.se')).filter(({ subject }) => subject.includes('kompletteras'));
  await expect.poll(letters).toHaveLength(1);
  expect((await letters())[0]!.text).not.toContain('timavlönade');
  await submit(place);
  await reviewer.ask('beginReview', { ...place, ...(await version(place.unit)) });
  await reviewer.ask('acceptDelivery', { ...place, ...(await version(place.unit)) });
  const view = await show(place.unit);
  expect(view).toMatchObject({ state: 'accepted', receipt: { isValid: true } });
  expect(view.steps.map(({ state, by }) => `${state} ${by}`)).toEqual([
    'received Olle Provsson',
    'validated Olle Provsson',
    'submitted Olle Provsson',
    'inReview Rita Granskare',
    'returned Rita Granskare',
    'submitted Olle Provsson',
    'inReview Rita Granskare',
    'accepted Rita Granskare',
  ]);
  const kinds = await database.ask(
    `select kind from audit_event where object = '${place.delivery}' and kind not like 'delivery.file%' order by number`,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'delivery.submitted',
    'delivery.review-begun',
    'delivery.returned',
    'delivery.submitted',
    'delivery.review-begun',
    'delivery.accepted',
  ]);
});

test('an accepted delivery is opened for change with a reason, and the receipt counts until the next', async () => {
  const place = await submitted();
  await reviewer.ask('beginReview', { ...place, ...(await version(place.unit)) });
  await reviewer.ask('acceptDelivery', { ...place, ...(await version(place.unit)) });
  await expect(reviewer.ask('reopenDelivery', { ...place, ...(await version(place.unit)), reason: ' ' })).rejects.toMatchObject({
    status: 400,
  });
  await reviewer.ask('reopenDelivery', { ...place, ...(await version(place.unit)), reason: 'Enheten vill rätta.' });
  expect(await show(place.unit)).toMatchObject({ state: 'validated', receipt: { isValid: true } });
  expect(await officer.ask('showDelivery', { unit: place.unit })).toMatchObject({ may: { correct: true, submit: true } });
});

test('steps out of order, and of somebody whose page is old, are refused', async () => {
  const place = await submitted();
  const { version: seen } = await show(place.unit);
  await expect(reviewer.ask('acceptDelivery', { ...place, expectedVersion: seen })).rejects.toMatchObject({
    status: 409,
    body: { code: 'delivery.wrong-state' },
  });
  await expect(reviewer.ask('beginReview', { ...place, expectedVersion: seen - 1 })).rejects.toMatchObject({ status: 409 });
  await reviewer.ask('beginReview', { ...place, expectedVersion: seen });
  await expect(officer.ask('withdrawSubmission', { ...place, expectedVersion: seen + 1 })).rejects.toMatchObject({ status: 409 });
});

test('two who take up the same delivery at once: one does, and two verdicts are one', async () => {
  const place = await submitted();
  const seen = await version(place.unit);
  const begun = await Promise.allSettled([1, 2, 3, 4].map(() => reviewer.ask('beginReview', { ...place, ...seen })));
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const now = await version(place.unit);
  const verdicts = await Promise.allSettled([
    reviewer.ask('acceptDelivery', { ...place, ...now }),
    reviewer.ask('returnDelivery', { ...place, ...now, text: 'Komplettera.' }),
    reviewer.ask('acceptDelivery', { ...place, ...now }),
  ]);
  expect(verdicts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the overview counts each unit once, and the table says how each stands', async () => {
  const overview = await reviewer.ask('showOverview', {});
  expect(overview.units).toBe(units.length);
  expect(overview.states.reduce((sum, { count }) => sum + count, 0)).toBe(units.length);
  const rows = await reviewer.ask('listUnits', {});
  expect(rows).toHaveLength(units.length);
  for (const { state, count } of overview.states) expect(rows.filter((row) => row.state === state)).toHaveLength(count);
  expect(rows.find(({ unit }) => unit === units[0])).toMatchObject({ state: 'accepted', records: 12, errors: 0, people: 1 });
  expect(rows.find(({ unit }) => unit === units.at(-1))).toMatchObject({ state: 'notStarted', records: null, isLate: false });
  portal.clock.set('2027-01-02T10:00:00Z');
  const late = await portal.person({ collectingRole: 'reviewer' });
  expect((await late.ask('listUnits', {})).find(({ unit }) => unit === units.at(-1))).toMatchObject({ isLate: true });
  portal.clock.set('2026-12-01T10:00:00Z');
});
