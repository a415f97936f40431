import { equals, field, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, and agreedFullTimeSalary = 0. */
export const p2701MonthlyStaffHaveASalary: Rule = {
  id: 'P27-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['agreedFullTimeSalary', 'payForm'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  when: monthly,
  logic: { kind: 'record', hit: equals(field('agreedFullTimeSalary'), 0) },
  source: 'proposed',
  texts: {
    title: 'Lön saknas',
    message: '{Fält:agreedFullTimeSalary} saknas för en månadsavlönad. Ange heltidslönen i hela kronor.',
    why: 'Månadsavlönade ska ha en överenskommen lön, även de som är lediga.',
    howToFix: 'Ange heltidslönen i hela kronor.',
  },
};
