import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayAdministerPeople, mayGrantRole } from './policy.ts';

const roles = ['reader', 'respondent', 'unitAdministrator'] as const;
const held = fc.constantFrom(null, ...roles);
const rank = (of: (typeof roles)[number] | null) => (of === null ? -1 : roles.indexOf(of));

test('R56: in a unit nobody gives more than they have, and nobody but its administrators looks after people', () => {
  fc.assert(
    fc.property(held, fc.constantFrom(...roles), (role, wished) => {
      const own = { role, managesCollection: false };
      expect(mayGrantRole(own, wished)).toBe(rank(wished) <= rank(role));
      expect(mayAdministerPeople(own)).toBe(role === 'unitAdministrator');
      expect(mayGrantRole({ role, managesCollection: true }, wished)).toBe(true);
    }),
  );
});
