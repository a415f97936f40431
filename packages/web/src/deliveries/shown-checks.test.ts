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
  fields: ['agreedEmploymentRate'],
  count: 3,
  handled: 0,
  isOnFile: false,
  isPreliminary: false,
  effect: null,
  ...parts,
});
const error = check({});
const warning = check({ rule: 'P08-01', severity: 'warning', title: 'Namn saknas', fields: ['name'], count: 5, handled: 5 });
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
  expect(rulesOf(shownChecks([error, warning], { sok: 'name', visa: 'fel' }))).toEqual([]);
});
