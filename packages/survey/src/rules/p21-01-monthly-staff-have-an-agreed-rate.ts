import { equals, field, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, and agreedEmploymentRate = 0. */
export const p2101MonthlyStaffHaveAnAgreedRate: Rule = {
  id: 'P21-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['agreedEmploymentRate', 'payForm'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  when: monthly,
  logic: { kind: 'record', hit: equals(field('agreedEmploymentRate'), 0) },
  source: 'proposed',
  texts: {
    title: 'Sysselsättningsgrad saknas',
    message: '{Fält:agreedEmploymentRate} saknas för en månadsavlönad. Ange procent med två decimaler, till exempel 10000 för 100,00.',
    why: 'Sysselsättningsgraden behövs för att räkna årsarbetare och jämföra löner.',
    howToFix: 'Ange procent med två decimaler utan decimaltecken, 10000 för heltid.',
  },
};
