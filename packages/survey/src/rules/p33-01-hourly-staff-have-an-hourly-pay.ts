import { equals, field, hourly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Hourly, and hourlyPay = 0. */
export const p3301HourlyStaffHaveAnHourlyPay: Rule = {
  id: 'P33-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['hourlyPay', 'payForm'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  when: hourly,
  logic: { kind: 'record', hit: equals(field('hourlyPay'), 0) },
  source: 'proposed',
  texts: {
    title: 'Timlön saknas',
    message: '{Fält:hourlyPay} saknas för en timavlönad. Ange kronor med två decimaler, 015050 för 150,50.',
    why: 'Timavlönade ska ha timlönen i det här fältet.',
    howToFix: 'Ange kronor med två decimaler utan decimaltecken, 015050 för 150,50.',
  },
};
