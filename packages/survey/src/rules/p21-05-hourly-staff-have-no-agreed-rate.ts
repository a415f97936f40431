import { above, field, hourly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Hourly, and agreedEmploymentRate > 0. */
export const p2105HourlyStaffHaveNoAgreedRate: Rule = {
  id: 'P21-05',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['agreedEmploymentRate', 'payForm'],
  suppressedBy: ['P21-02'],
  when: hourly,
  logic: { kind: 'record', hit: above(field('agreedEmploymentRate'), 0) },
  source: 'proposed',
  texts: {
    title: 'Timavlönad med sysselsättningsgrad',
    message:
      '{Fält:agreedEmploymentRate}: timavlönade ska inte ha överenskommen sysselsättningsgrad. Ta bort värdet eller rätta {fält:payForm}.',
    why: 'Timavlönade arbetar efter behov och har ingen överenskommen grad.',
    howToFix: 'Ta bort värdet, eller rätta löneformen.',
  },
};
