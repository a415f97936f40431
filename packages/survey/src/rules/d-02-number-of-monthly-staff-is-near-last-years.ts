import { abs, all, any, atLeast, changedMoreThan, measure, measureLastYear, minus, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** As D-01 with kommunPct, regionPct and minDiff; the comment must have at least minComment characters and the unit is marked in SKR's list. */
export const d02NumberOfMonthlyStaffIsNearLastYears: Rule = {
  id: 'D-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['personalNumber', 'payForm'],
  needs: ['lastYear', 'unit'],
  params: { kommunPct: 10, regionPct: 6, minDiff: 10, minComment: 20 },
  logic: {
    kind: 'aggregate',
    measures: { persons: { count: 'persons', where: monthly } },
    hit: all(
      atLeast(abs(minus(measure('persons'), measureLastYear('persons'))), param('minDiff')),
      any(
        all({ op: 'unitIs', kinds: ['municipality', 'federation', 'company'] }, changedMoreThan('persons', param('kommunPct'))),
        all({ op: 'unitIs', kinds: ['region'] }, changedMoreThan('persons', param('regionPct'))),
      ),
    ),
    gaps: { procent: { change: 'persons' }, förra: { count: 'persons', year: 'last' }, nu: { count: 'persons' } },
  },
  source: 'proposed, calibrated on S16: kommun P1 -9,0 / P99 +10,3',
  texts: {
    title: 'Antalet månadsavlönade har ändrats mycket',
    message:
      'Antalet månadsavlönade har ändrats {procent} procent ({förra} till {nu}). Kontrollera att hela filen kommit med och beskriv orsaken.',
    why: 'Så stora ändringar är mycket ovanliga och beror ofta på att en del av filen saknas.',
    howToFix: 'Kontrollera att hela filen kommit med. Stämmer antalet beskriver du orsaken.',
  },
};
