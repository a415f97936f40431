import { abs, all, atLeast, changedMoreThan, measure, measureLastYear, minus, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Kommun only; the number of records on an activityCode in codes has changed by at least minDiff and by more than changePct percent of last year's number (none last year: hits). */
export const d12ActivityInFocusIsAboutLastYears: Rule = {
  id: 'D-12',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['activityCode'],
  needs: ['lastYear', 'unit'],
  appliesTo: ['municipality'],
  params: { codes: '512|513', changePct: 20, minDiff: 10 },
  logic: {
    kind: 'aggregate',
    per: 'activityCode',
    only: 'codes',
    measures: { records: { count: 'records' } },
    hit: all(
      atLeast(abs(minus(measure('records'), measureLastYear('records'))), param('minDiff')),
      changedMoreThan('records', param('changePct')),
    ),
    gaps: { förra: { count: 'records', year: 'last' }, nu: { count: 'records' } },
  },
  source: 'found: S4',
  texts: {
    title: 'Antalet i verksamheten har ändrats',
    message:
      'Verksamhet {verksamhet}: antalet poster har gått från {förra} till {nu}. Kontrollera gränsen mellan 512 och 513. Rätta eller kommentera.',
    why: 'Verksamheterna 512 och 513 blandas lätt ihop.',
    howToFix: 'Kontrollera gränsen mellan dem. Rätta, eller kommentera.',
  },
};
