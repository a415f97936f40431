import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grantableRoles, mayApprove, mayChangeRole, mayEnd, mayManage, needsSecondPerson, type Asker, type Subject } from './policy.ts';

const roles = [null, 'reader', 'reviewer', 'collectionManager', 'administrator'] as const;
const accountId = fc.constantFrom('a', 'b', 'c');
const role = fc.constantFrom(...roles);
const asker: fc.Arbitrary<Asker> = fc.record({ accountId, role });
const subject: fc.Arbitrary<Subject> = fc.record({ accountId, role, administratorUntil: fc.option(fc.date({ noInvalidDate: true })) });
const rank = (of: (typeof roles)[number]) => roles.indexOf(of);

test('R56: nobody looks after, promotes or ends their own account, whatever the role', () => {
  fc.assert(
    fc.property(asker, subject, role, (who, whose, wished) => {
      const own = { ...whose, accountId: who.accountId };
      expect([mayManage(who, own), mayChangeRole(who, own, wished), mayEnd(who, own)]).toEqual([false, false, false]);
    }),
  );
});

test('R56: nobody gives a role above their own, and nobody acts on somebody who stands as high, but an administrator', () => {
  fc.assert(
    fc.property(asker, subject, role, (who, whose, wished) => {
      if (mayChangeRole(who, whose, wished)) expect(rank(wished)).toBeLessThanOrEqual(rank(who.role));
      for (const given of grantableRoles(who)) expect(rank(given)).toBeLessThanOrEqual(rank(who.role));
      if (mayManage(who, whose) && who.role !== 'administrator') expect(rank(whose.role)).toBeLessThan(rank(who.role));
      if (who.role === null || who.role === 'reader' || who.role === 'reviewer')
        expect([mayManage(who, whose), mayChangeRole(who, whose, wished), mayEnd(who, whose), grantableRoles(who).length]).toEqual([
          false,
          false,
          false,
          0,
        ]);
    }),
  );
});

test('R43: the second person is an administrator, and neither who asked nor whom it is about', () => {
  fc.assert(
    fc.property(asker, accountId, accountId, (who, askedBy, whose) => {
      expect(mayApprove(who, askedBy, { accountId: whose })).toBe(
        who.role === 'administrator' && who.accountId !== askedBy && who.accountId !== whose,
      );
    }),
  );
});

test('R43: taking the role away first is no way past the second person', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const ceased = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const of = (whose: Partial<Subject>) => needsSecondPerson({ accountId: 'a', role: null, administratorUntil: null, ...whose }, now);
  expect(of({ role: 'administrator' })).toBe(true);
  expect(of({ role: 'collectionManager' })).toBe(false);
  expect(of({ administratorUntil: ceased(29) })).toBe(true);
  expect(of({ administratorUntil: ceased(31) })).toBe(false);
});
