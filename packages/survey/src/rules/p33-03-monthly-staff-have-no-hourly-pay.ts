import { above, field, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, and hourlyPay > 0. */
export const p3303MonthlyStaffHaveNoHourlyPay: Rule = {
  id: 'P33-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['hourlyPay', 'payForm'],
  when: monthly,
  logic: { kind: 'record', hit: above(field('hourlyPay'), 0) },
  source: 'proposed',
  texts: {
    title: 'Månadsavlönad med timlön',
    message: '{Fält:hourlyPay}: månadsavlönade ska inte ha timlön. Ta bort värdet eller rätta {fält:payForm}.',
    why: 'Timlön och månadslön blandas aldrig i statistiken.',
    howToFix: 'Ta bort timlönen, eller rätta löneformen.',
  },
};
