import { not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmployedFrom is 0 or empty, or is not a date yyyymmdd that exists in the calendar with a year from minYear to maxYear. */
export const p1801EmploymentHasAFirstDay: Rule = {
  id: 'P18-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['employedFrom'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11', 'FIL-13'],
  params: { minYear: 1900, maxYear: 2100 },
  logic: { kind: 'record', hit: not({ op: 'day', field: 'employedFrom' }) },
  source: 'proposed',
  texts: {
    title: 'Startdatum saknas eller är fel',
    message: '{Fält:employedFrom}: ange ett datum som finns i kalendern, skrivet ÅÅÅÅMMDD.',
    why: 'Startdagen behövs för att räkna anställningstid och rörlighet.',
    howToFix: 'Ange ett datum som finns i kalendern, skrivet ÅÅÅÅMMDD.',
  },
};
