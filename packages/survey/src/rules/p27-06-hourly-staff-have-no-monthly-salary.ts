import { above, field, hourly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Hourly, and agreedFullTimeSalary > 0. */
export const p2706HourlyStaffHaveNoMonthlySalary: Rule = {
  id: 'P27-06',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['agreedFullTimeSalary', 'payForm'],
  suppressedBy: ['P27-05'],
  when: hourly,
  logic: { kind: 'record', hit: above(field('agreedFullTimeSalary'), 0) },
  source: 'proposed (never mix monthly and hourly pay, S15)',
  texts: {
    title: 'Timavlönad med månadslön',
    message:
      '{Fält:agreedFullTimeSalary}: timavlönade ska ha timlön i {fält:hourlyPay}, inte månadslön. Flytta värdet eller rätta {fält:payForm}.',
    why: 'Timlön och månadslön blandas aldrig i statistiken.',
    howToFix: 'Flytta värdet till timlönen, eller rätta löneformen.',
  },
};
