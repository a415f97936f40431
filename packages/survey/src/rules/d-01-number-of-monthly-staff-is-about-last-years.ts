import { abs, all, any, atLeast, changedMoreThan, measure, measureLastYear, minus, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The number of monthly paid persons (distinct personalNumber with at least one monthly record) differs from last year by at least minDiff and by more than kommunPct percent (kommun, kommunalförbund) or regionPct percent (region). */
export const d01NumberOfMonthlyStaffIsAboutLastYears: Rule = {
  id: 'D-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['personalNumber', 'payForm'],
  needs: ['lastYear', 'unit'],
  suppressedBy: ['D-02'],
  params: { kommunPct: 7, regionPct: 3.5, minDiff: 10 },
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
  source: 'proposed, calibrated on S16: kommun P5 -5,5 / P95 +6,8; region P5 -3,2 / P95 +3,4',
  texts: {
    title: 'Antalet månadsavlönade har ändrats',
    message: 'Antalet månadsavlönade har ändrats {procent} procent ({förra} till {nu}). Kommentera orsaken.',
    why: 'Antalet brukar ändras lite mellan åren.',
    howToFix: 'Kontrollera att hela filen kommit med. Stämmer antalet kommenterar du orsaken.',
  },
};
