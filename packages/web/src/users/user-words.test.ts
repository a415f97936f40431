import { expect, test } from 'vitest';
import { nameOf, roleWords, statusWords } from './user-words.ts';

const unit = (name: string) => ({ unit: '0488', name, role: 'respondent' as const, isContact: false });

test('roles are told in full while they are few, and counted when they are many', () => {
  expect(roleWords({ collectingRole: null, units: [] })).toEqual(['Ingen roll']);
  expect(roleWords({ collectingRole: 'reader', units: [unit('Åre')] })).toEqual(['Läsare i insamlingen', 'Uppgiftslämnare, Åre']);
  expect(roleWords({ collectingRole: null, units: ['A', 'B', 'C'].map(unit) })).toHaveLength(3);
  expect(roleWords({ collectingRole: null, units: ['A', 'B', 'C', 'D'].map(unit) }).at(-1)).toBe('och 2 enheter till');
});

test('an end is told only of what has one', () => {
  expect(statusWords({ status: 'invited', expiresAt: '2026-12-25T10:00:00Z' })).toMatch(/^Inbjuden till .*2026|^Inbjuden till .*12/);
  expect(statusWords({ status: 'active', expiresAt: null })).toBe('Aktiv');
  expect(statusWords({ status: 'expired', expiresAt: '2026-10-25T10:00:00Z' })).toBe('Har gått ut');
  expect(nameOf({ name: '' })).toBe('Tidigare användare');
});
