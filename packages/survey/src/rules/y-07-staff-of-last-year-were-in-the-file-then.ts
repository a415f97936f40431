import { above, all, below, field, firstDay, minus, monthly, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, employedFrom is before 1 November of last year, and personalNumber is on no record of last year's delivery. */
export const y07StaffOfLastYearWereInTheFileThen: Rule = {
  id: 'Y-07',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'panel',
  fields: ['employedFrom', 'personalNumber', 'payForm'],
  needs: ['lastYear'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06', 'P18-01'],
  when: all(monthly, below(field('employedFrom'), minus(firstDay, 10000))),
  logic: {
    kind: 'record',
    hit: all(above(field('employedFrom'), 0), not({ op: 'personInLastYear', field: 'personalNumber' })),
  },
  source: 'proposed',
  texts: {
    title: 'Fanns inte i förra årets fil',
    message: 'Personen var enligt {fält:employedFrom} anställd förra året men fanns inte i er inlämning då. Rätta eller kommentera.',
    why: 'Personen var enligt startdatumet anställd redan då.',
    howToFix: 'Rätta startdatumet, eller kommentera.',
  },
};
