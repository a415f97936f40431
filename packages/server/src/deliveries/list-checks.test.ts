import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivered, novemberFile, type Change } from '../testing/delivery.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

const unit = '0488';
const [label, salary] = [9, 27];
let portal: Portal;
let anna: TestPerson;
let reviewer: TestPerson;

beforeAll(async () => {
  portal = await startPortal({ at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  await portal.unit(unit);
  anna = await portal.person({ name: 'Anna Testsson', units: [{ code: unit }] });
  reviewer = await portal.person({ collectingRole: 'reviewer' });
});
afterAll(() => portal.close());

test('a check says on its own page what it says in the list, and a reviewer sees how far to look and what was asked', async () => {
  const plain = novemberFile(unit, 60)
    .toString('latin1')
    .split('\r\n')
    .map((row) => Number(row.split(';')[salary - 1]));
  const record = 1 + plain.findIndex((amount) => amount > 0);
  const inOre: Change = { record, field: salary, text: String(plain[record - 1]! * 100) };
  const labels = Array.from({ length: 20 }, (_, index): Change => ({ record: index + 20, field: label, text: '991199' }));
  const place = { unit, delivery: (await delivered(portal, anna, unit, novemberFile(unit, 60, inOre, ...labels))).id };

  const { checks, notEvaluable } = await reviewer.ask('listChecks', place);
  // Last year's file is missing; comments, messages and days are the portal's own to see to, elsewhere.
  expect(notEvaluable.map(({ rule }) => rule)).toContain('D-01');
  expect(notEvaluable.filter(({ rule }) => rule.startsWith('F-'))).toEqual([]);
  const found = (rule: string) => checks.find((check) => check.rule === rule);
  expect(found('P27-05')).toMatchObject({
    fields: [{ number: salary }],
    isPreliminary: false,
    effect: { review: 1, leftPercent: 0.2 },
  });
  expect(found('P27-05')!.effect!.percent).toBeGreaterThan(50);
  expect(found('P09-03')).toMatchObject({ isPreliminary: true, effect: null });
  for (const rule of ['P27-05', 'P09-03']) expect((await reviewer.ask('listFindings', { ...place, rule })).check).toEqual(found(rule));
  expect((await reviewer.ask('listQuestions', place)).questions).toMatchObject([{ cause: 'oneCodeEverywhere', unexplained: 20 }]);
});
