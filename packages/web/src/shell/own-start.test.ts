import { expect, test } from 'vitest';
import { admission, ownStart } from './own-start.ts';

const trosa = {
  unit: '0488',
  name: 'Trosa kommun',
  kind: 'municipality',
  role: 'respondent',
  isContact: true,
  since: '2026-11-01T08:00:00Z',
} as const;

test('a respondent starts in the first unit, a statistician on the collecting side', () => {
  expect(ownStart({ collectingRole: null, units: [trosa] })).toEqual({ side: 'respondent', unit: '0488' });
  expect(ownStart({ collectingRole: 'reviewer', units: [] })).toEqual({ side: 'collecting' });
});

test('a person without a unit starts nowhere, and is told so', () => {
  expect(ownStart({ collectingRole: null, units: [] })).toEqual({ side: 'none' });
});

test("another unit's page does not exist for a respondent", () => {
  expect(admission({ collectingRole: null, units: [trosa] }, '0488')).toBe('enter');
  expect(admission({ collectingRole: null, units: [trosa] }, '1480')).toBe('not-found');
});

test("a statistician who follows a respondent's link lands on the collecting side's page of the unit", () => {
  expect(admission({ collectingRole: 'reviewer', units: [] }, '1480')).toBe('collecting-side');
});
