import { above, all, below, equals, field, firstDay } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmployedTo is a date before firstDay and hoursWorked = 0. */
export const p1902EmploymentReachesIntoNovember: Rule = {
  id: 'P19-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['employedTo', 'hoursWorked'],
  suppressedBy: ['P19-01'],
  params: { minYear: 1900, maxYear: 2100 },
  when: above(field('employedTo'), 0),
  logic: {
    kind: 'record',
    hit: all({ op: 'day', field: 'employedTo' }, below(field('employedTo'), firstDay), equals(field('hoursWorked'), 0)),
  },
  source: 'proposed',
  texts: {
    title: 'Anställningen upphörde före november',
    message: '{Fält:employedTo}: anställningen upphörde före mätmånaden. Ta bort posten eller rätta datumet.',
    why: 'Statistiken gäller dem som är anställda i november, eller som har arbetat timmar då.',
    howToFix: 'Rätta datumet. Har anställningen upphört ska posten inte vara med: ladda då upp en fil utan den.',
  },
};
