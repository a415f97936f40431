import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { lastYear, lastYearField, above, field, permanent } from './condition.ts';
import type { Rule } from './rule.ts';
import { validationLevelOf } from './validation-level.ts';

const ruleOf = (id: string): Rule => november2026.rules.find((rule) => rule.id === id)!;

test.each([
  ['FIL-02', 0],
  ['FIL-10', 0],
  ['FIL-13', 1],
  ['FIL-15', 2],
  ['P21-02', 1],
  ['P09-03', 1],
  ['K-03', 1],
  ['Y-01', 2],
  ['D-01', 2],
  ['D-09', 1],
  ['D-13', 2],
  ['P27-03', 3],
  ['P03-02', 4],
  ['P14-03', 4],
  ['F-05', undefined],
] as const)('%s is of level %s', (id, level) => {
  expect(validationLevelOf(ruleOf(id))).toBe(level);
});

test('a rule that comes to ask of last year comes to another level', () => {
  const rule = { ...ruleOf('P17-02'), when: permanent };
  expect(validationLevelOf(rule)).toBe(1);
  expect(validationLevelOf({ ...rule, when: lastYear(permanent) })).toBe(2);
  const hit = above(field('agreedFullTimeSalary'), lastYearField('agreedFullTimeSalary'));
  expect(validationLevelOf({ ...rule, logic: { kind: 'record', hit } })).toBe(2);
});
