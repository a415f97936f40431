import { above, all, any, below, field, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, and agreedFullTimeSalary is above 0 and below lower, or above upper. */
export const p2702SalaryIsWithinTheOuterBounds: Rule = {
  id: 'P27-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['agreedFullTimeSalary', 'payForm'],
  suppressedBy: ['P27-01', 'P27-04', 'P27-05'],
  params: { lower: 15000, upper: 200000 },
  when: monthly,
  logic: {
    kind: 'record',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      any(below(field('agreedFullTimeSalary'), param('lower')), above(field('agreedFullTimeSalary'), param('upper'))),
    ),
  },
  source: 'proposed (same bounds are used by a public salary database, S15)',
  texts: {
    title: 'Ovanlig lön',
    message: '{Fält:agreedFullTimeSalary}: {värde} kronor ligger utanför det vanliga ({nedre}-{övre}). Rätta eller kommentera.',
    why: 'Mycket låga eller höga löner är ofta skrivfel eller belopp som inte är uppräknade till heltid.',
    howToFix: 'Kontrollera beloppet. Stämmer det kommenterar du det.',
  },
};
