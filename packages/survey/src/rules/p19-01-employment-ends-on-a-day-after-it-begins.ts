import { above, all, any, below, equals, field, not, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmployedTo is neither 0 nor empty nor openEnd (read as no end date; assumed), and is not a calendar date from minYear to maxYear or is before a valid employedFrom. */
export const p1901EmploymentEndsOnADayAfterItBegins: Rule = {
  id: 'P19-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['employedTo', 'employedFrom'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  params: { openEnd: 99991231, minYear: 1900, maxYear: 2100 },
  when: all(above(field('employedTo'), 0), not(equals(field('employedTo'), param('openEnd')))),
  logic: {
    kind: 'record',
    hit: any(
      not({ op: 'day', field: 'employedTo' }),
      all({ op: 'day', field: 'employedFrom' }, below(field('employedTo'), field('employedFrom'))),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Slutdatumet är fel',
    message: '{Fält:employedTo}: datumet finns inte i kalendern eller ligger före startdagen. Rätta datumet.',
    why: 'Slutdagen måste finnas i kalendern och ligga efter startdagen.',
    howToFix: 'Rätta datumet, eller lämna fältet tomt om anställningen inte har något slut.',
  },
};
