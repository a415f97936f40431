import { all, any, equals, field, monthly, param, temporary } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The record is temporary and monthly, and employedTo is 0 or openEnd. */
export const p1904TemporaryStaffHaveALastDay: Rule = {
  id: 'P19-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['employedTo', 'employmentForm', 'payForm'],
  suppressedBy: ['P16-01', 'P16-02', 'P16-03', 'P17-01'],
  params: { openEnd: 99991231 },
  when: all(temporary, monthly),
  logic: {
    kind: 'record',
    hit: any(equals(field('employedTo'), 0), equals(field('employedTo'), param('openEnd'))),
  },
  source: 'proposed',
  texts: {
    title: 'Slutdatum saknas',
    message: '{Fält:employedTo} saknas för en tidsbegränsad anställning. Ange slutdatum eller kommentera.',
    why: 'En tidsbegränsad anställning har ett slut. Saknas det kan anställningsformen vara fel.',
    howToFix: 'Ange slutdatum, eller kommentera varför det inte finns något.',
  },
};
