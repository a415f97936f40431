import type { CheckView } from '@insamling/contract';
import { expect, test } from 'vitest';
import { leftOf, shownChecks } from './shown-checks.ts';

const check = (parts: Partial<CheckView>): CheckView => ({
  rule: 'P21-02',
  severity: 'error',
  title: 'Sysselsättningsgrad över heltid',
  example: '',
  why: '',
  howToFix: '',
  fields: [{ number: 21, name: 'Överenskommen sysselsättningsgrad' }],
  count: 3,
  handled: 0,
  isOnFile: false,
  isPreliminary: false,
  effect: null,
  ...parts,
});
const error = check({});
const warning = check({
  rule: 'P08-01',
  severity: 'warning',
  title: 'Namn saknas',
  fields: [{ number: 8, name: 'Namn' }],
  count: 5,
  handled: 5,
});
const info = check({ rule: 'D-01', severity: 'info', title: 'Fler anställda', fields: [] });
const rulesOf = (checks: readonly CheckView[]) => checks.map(({ rule }) => rule);

test('an explained warning is not left, an error is until it is corrected, and an information never', () => {
  expect(leftOf(error)).toBe(3);
  expect(leftOf(warning)).toBe(0);
  expect(leftOf({ ...warning, handled: 2 })).toBe(3);
  expect(leftOf(info)).toBe(0);
});

test('the filter shows what its name says', () => {
  const all = [error, warning, info];
  expect(rulesOf(shownChecks(all, {}))).toEqual(['P21-02', 'P08-01', 'D-01']);
  expect(rulesOf(shownChecks(all, { visa: 'fel' }))).toEqual(['P21-02']);
  expect(rulesOf(shownChecks(all, { visa: 'varningar' }))).toEqual(['P08-01']);
  expect(rulesOf(shownChecks(all, { visa: 'kvar' }))).toEqual(['P21-02']);
});

test('the search finds a check by a part of its title, its code or a field, whatever the case', () => {
  expect(rulesOf(shownChecks([error, warning], { sok: 'SYSSELSÄTT' }))).toEqual(['P21-02']);
  expect(rulesOf(shownChecks([error, warning], { sok: 'p08' }))).toEqual(['P08-01']);
  expect(rulesOf(shownChecks([error, warning], { sok: 'namn', visa: 'fel' }))).toEqual([]);
});

test('in the order asked for: as the server has them, by effect, by number, or as the fields stand in the file', () => {
  const effect = (percent: number) => ({ field: 'Överenskommen lön, heltid', percent, review: 1, leftPercent: 0.2 });
  const small = check({ rule: 'P27-05', fields: [{ number: 27, name: 'Överenskommen lön, heltid' }], count: 2, effect: effect(0.3) });
  const large = check({ ...small, rule: 'P27-03', severity: 'warning', count: 9, effect: effect(4) });
  const all = [error, small, large, warning, { ...info, isOnFile: true, count: 1 }];
  expect(rulesOf(shownChecks(all, { ordning: 'viktigast' }))).toEqual(rulesOf(all));
  expect(rulesOf(shownChecks(all, { ordning: 'paverkan' }))).toEqual(['P27-03', 'P27-05', 'P21-02', 'P08-01', 'D-01']);
  expect(rulesOf(shownChecks(all, { ordning: 'antal' }))).toEqual(['P27-03', 'P08-01', 'P21-02', 'P27-05', 'D-01']);
  expect(rulesOf(shownChecks(all, { ordning: 'fil' }))).toEqual(['D-01', 'P08-01', 'P21-02', 'P27-05', 'P27-03']);
});
