import { above, all, field, lastYear, lastYearField, monthly, param, plus, sameAsLastYear, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Matched with the same aidLabel, monthly and agreedFullTimeSalary > 0 in both years, and the salary is more than maxRisePct percent higher than last year. */
export const y02SalaryHasNotRisenMuch: Rule = {
  id: 'Y-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'panel',
  fields: ['agreedFullTimeSalary', 'personalNumber', 'aidLabel', 'payForm', 'employmentId'],
  needs: ['lastYear'],
  suppressedBy: ['P27-01', 'P27-02', 'P27-05'],
  params: { maxRisePct: 15 },
  when: all(sameAsLastYear('aidLabel'), monthly, lastYear(monthly)),
  logic: {
    kind: 'panel',
    match: 'any',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      lastYear(above(field('agreedFullTimeSalary'), 0)),
      above(times(field('agreedFullTimeSalary'), 100), times(lastYearField('agreedFullTimeSalary'), plus(100, param('maxRisePct')))),
    ),
    of: 'agreedFullTimeSalary',
  },
  source: 'proposed',
  texts: {
    title: 'Lönen har ökat mycket',
    message: '{Fält:agreedFullTimeSalary} har ökat {procent} procent sedan förra året. Rätta eller kommentera.',
    why: 'Så stora ökningar är ovanliga för samma arbete.',
    howToFix: 'Rätta lönen, eller kommentera.',
  },
};
