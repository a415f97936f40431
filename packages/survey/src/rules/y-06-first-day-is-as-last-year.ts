import { all, lastYear, not, sameAsLastYear } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Matched on employmentId and employedFrom differs, both valid dates. */
export const y06FirstDayIsAsLastYear: Rule = {
  id: 'Y-06',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'panel',
  fields: ['employedFrom', 'personalNumber', 'employmentId'],
  needs: ['lastYear'],
  suppressedBy: ['P18-01', 'P18-02', 'P18-03'],
  params: { minYear: 1900, maxYear: 2100 },
  logic: {
    kind: 'panel',
    match: 'employmentId',
    hit: all(not(sameAsLastYear('employedFrom')), { op: 'day', field: 'employedFrom' }, lastYear({ op: 'day', field: 'employedFrom' })),
    of: 'employedFrom',
  },
  source: 'proposed',
  texts: {
    title: 'Startdatumet har ändrats',
    message: '{Fält:employedFrom} har ändrats från {förra} till {nu}. Rätta eller kommentera.',
    why: 'Samma anställning har samma första dag varje år.',
    howToFix: 'Rätta datumet, eller kommentera.',
  },
};
