import { above, all, below, field, lastYear, lastYearField, minus, monthly, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Matched, monthly and agreedFullTimeSalary > 0 in both years, and the salary is more than maxFallPct percent lower than last year. */
export const y01SalaryIsNotLowerThanLastYear: Rule = {
  id: 'Y-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'panel',
  fields: ['agreedFullTimeSalary', 'personalNumber', 'payForm', 'employmentId'],
  needs: ['lastYear'],
  suppressedBy: ['P27-01', 'P27-02', 'P27-05'],
  params: { maxFallPct: 1 },
  when: all(monthly, lastYear(monthly)),
  logic: {
    kind: 'panel',
    match: 'any',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      lastYear(above(field('agreedFullTimeSalary'), 0)),
      below(times(field('agreedFullTimeSalary'), 100), times(lastYearField('agreedFullTimeSalary'), minus(100, param('maxFallPct')))),
    ),
    of: 'agreedFullTimeSalary',
  },
  source: 'proposed',
  texts: {
    title: 'Lönen är lägre än förra året',
    message: '{Fält:agreedFullTimeSalary} är lägre än förra året ({förra} till {nu} kronor). Rätta eller kommentera.',
    why: 'En lön sänks nästan aldrig i samma anställning.',
    howToFix: 'Rätta lönen, eller kommentera.',
  },
};
