import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { fieldsOfLastYear } from './asked-of-last-year.ts';

test('what rules compare, count and find a record of last year by is read, and nothing else', () => {
  expect([...fieldsOfLastYear(november2026)].toSorted()).toEqual(
    [
      // Roles: persons, their employments, the unit, and what else a record is known by.
      'municipalityCode',
      'personalNumber',
      'employmentId',
      'aidLabel',
      'positionCode',
      // Y rules.
      'agreedFullTimeSalary',
      'employedFrom',
      'employmentForm',
      'responsibilityCode',
      // D rules.
      'activityCode',
      'agreedEmploymentRate',
      'collectiveAgreement',
      'onCallDutyPay',
      'organisationNumber',
      'otherVariablePay',
      'payForm',
      'salaryLevelYear',
      'standbyPay',
      'unsocialHoursPay',
    ].toSorted(),
  );
});

test('rules that are not in force, and those that measure this year alone, ask for nothing', () => {
  const none = { ...november2026, rules: november2026.rules.map((rule) => ({ ...rule, status: 'trial' as const })) };
  const { roles } = november2026;
  expect([...fieldsOfLastYear(none)].every((field) => JSON.stringify(roles).includes(field))).toBe(true);
  expect(fieldsOfLastYear(november2026).has('positionTitle')).toBe(false);
});
