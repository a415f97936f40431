import { above, all, below, field, firstDay, minus, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmployedFrom is more than maxYears years before firstDay (1 November of the collection year). */
export const p1804EmploymentHasNotLastedTooLong: Rule = {
  id: 'P18-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['employedFrom'],
  suppressedBy: ['P18-01', 'P18-03'],
  params: { maxYears: 52 },
  logic: {
    kind: 'record',
    hit: all(above(field('employedFrom'), 0), below(field('employedFrom'), minus(firstDay, times(param('maxYears'), 10000)))),
  },
  source: 'proposed',
  texts: {
    title: 'Mycket lång anställning',
    message: '{Fält:employedFrom}: anställningen har varat i {antalår} år. Rätta datumet eller kommentera.',
    why: 'Så långa anställningar är ovanliga. Datumet kan vara ett reservvärde i lönesystemet.',
    howToFix: 'Rätta startdatumet, eller kommentera.',
  },
};
