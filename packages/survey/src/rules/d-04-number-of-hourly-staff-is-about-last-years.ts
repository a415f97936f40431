import { above, changedMoreThan, hourly, measureLastYear, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Last year's delivery had more than minLast hourly records and their number has changed by more than changePct percent. */
export const d04NumberOfHourlyStaffIsAboutLastYears: Rule = {
  id: 'D-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['payForm'],
  needs: ['lastYear'],
  suppressedBy: ['D-03'],
  params: { changePct: 30, minLast: 20 },
  logic: {
    kind: 'aggregate',
    measures: { hourly: { count: 'records', where: hourly } },
    enough: above(measureLastYear('hourly'), param('minLast')),
    hit: changedMoreThan('hourly', param('changePct')),
    gaps: { procent: { change: 'hourly' }, förra: { count: 'hourly', year: 'last' }, nu: { count: 'hourly' } },
  },
  source: 'proposed (hourly staff vary strongly, S17)',
  texts: {
    title: 'Antalet timavlönade har ändrats',
    message: 'Antalet timavlönade har ändrats {procent} procent ({förra} till {nu}). Kommentera orsaken.',
    why: 'Antalet varierar, men sällan så mycket.',
    howToFix: 'Kontrollera att alla timavlönade kommit med, eller kommentera orsaken.',
  },
};
