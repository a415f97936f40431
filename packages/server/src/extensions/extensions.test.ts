import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let reviewer: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-12-01T10:00:00Z' });
  await portal.round({});
  reviewer = await portal.person({ name: 'Rita Granskare', collectingRole: 'reviewer' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});
let units = 0;
async function asking(): Promise<{ unit: string; officer: TestPerson }> {
  const unit = String(1000 + (units += 1));
  await portal.unit(unit);
  return { unit, officer: await portal.person({ email: `officer-${unit}@example.se`, units: [{ code: unit }] }) };
}
const wish = { wishedDueOn: '2027-01-15', reason: 'illness' as const, comment: '' };

test('more time is asked for and granted, and the unit’s days follow; others keep theirs', async () => {
  const [{ unit, officer }, other] = [await asking(), await asking()];
  const request = await officer.ask('requestExtension', { unit, ...wish });
  expect(request).toMatchObject({ decision: 'waiting', wishedDueOn: '2027-01-15', decidedBy: '' });
  expect(await reviewer.ask('listWaitingExtensions', {})).toMatchObject([{ unit }]);
  await reviewer.ask('decideExtension', {
    unit,
    request: request.id,
    grant: true,
    grantedDueOn: '2027-01-11',
    answer: 'Ni får till måndagen.',
  });
  expect(await officer.ask('showUnitPeriods', { unit })).toMatchObject({
    forUnit: { dueOn: '2027-01-11', closesOn: '2027-01-11', extendedTo: '2027-01-11' },
  });
  expect(await reviewer.ask('showDelivery', { unit })).toMatchObject({ dueOn: '2027-01-11', isExtended: true });
  expect(await reviewer.ask('showDelivery', { unit: other.unit })).toMatchObject({ dueOn: '2026-12-31', isExtended: false });
  expect(await other.officer.ask('showUnitPeriods', { unit: other.unit })).toMatchObject({
    forUnit: { dueOn: '2026-12-31', extendedTo: null },
  });
  const [letter] = await portal.mailsTo(officer.email);
  expect(letter!.text).toContain('Er begäran om uppskov har fått ett svar');
  expect(letter!.text).not.toContain('måndagen');
  expect(await database.ask(`select kind, details from audit_event where object = '${request.id}' order by number`)).toMatchObject([
    { kind: 'extension.asked', details: { wishedDueOn: '2027-01-15', reason: 'illness' } },
    { kind: 'extension.decided', details: { decision: 'granted', grantedDueOn: '2027-01-11' } },
  ]);
});

test('a refusal says why, and can be followed by a new request', async () => {
  const { unit, officer } = await asking();
  const request = await officer.ask('requestExtension', { unit, ...wish });
  await expect(officer.ask('requestExtension', { unit, ...wish })).rejects.toMatchObject({
    status: 409,
    body: { code: 'extension.already-waiting' },
  });
  await expect(reviewer.ask('decideExtension', { unit, request: request.id, grant: false, answer: '' })).rejects.toMatchObject({
    body: { code: 'extension.answer-missing' },
  });
  await reviewer.ask('decideExtension', { unit, request: request.id, grant: false, answer: 'Sista dag är sista dag.' });
  expect((await officer.ask('listExtensions', { unit })).requests).toMatchObject([
    { decision: 'refused', answer: 'Sista dag är sista dag.', decidedBy: 'Rita Granskare' },
  ]);
  const reader = await portal.person({ collectingRole: 'reader' });
  expect((await reader.ask('listExtensions', { unit })).requests).toMatchObject([
    { decision: 'refused', decidedBy: 'Rita Granskare', decidedAt: expect.any(String) },
  ]);
  expect(await officer.ask('requestExtension', { unit, ...wish })).toMatchObject({ decision: 'waiting' });
});

test.each([
  ['2026-12-31', 'the due date itself'],
  ['2020-01-01', 'a day long gone'],
  ['2027-03-02', 'a day past the longest extension'],
])('%s is not taken: %s', async (wishedDueOn) => {
  const { unit, officer } = await asking();
  await expect(officer.ask('requestExtension', { unit, ...wish, wishedDueOn })).rejects.toMatchObject({
    status: 422,
    body: { code: 'extension.date-out-of-range' },
  });
});

test('days that do not exist, and «Annat» without a comment, are refused', async () => {
  const { unit, officer } = await asking();
  await expect(officer.ask('requestExtension', { unit, ...wish, wishedDueOn: '2027-02-30' })).rejects.toMatchObject({ status: 400 });
  await expect(officer.ask('requestExtension', { unit, ...wish, reason: 'other' })).rejects.toMatchObject({
    body: { code: 'extension.comment-missing' },
  });
});

test('ten decisions at once are one', async () => {
  const { unit, officer } = await asking();
  const { id: request } = await officer.ask('requestExtension', { unit, ...wish });
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => reviewer.ask('decideExtension', { unit, request, grant: index % 2 === 0, answer: 'Svar.' })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(
    await database.ask(`select count(*)::int as n from audit_event where kind = 'extension.decided' and object = '${request}'`),
  ).toEqual([{ n: 1 }]);
});
