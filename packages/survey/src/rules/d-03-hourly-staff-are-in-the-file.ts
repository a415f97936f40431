import { above, equals, hourly, measure, measureLastYear, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** No hourly record, although last year's delivery had more than minLast. */
export const d03HourlyStaffAreInTheFile: Rule = {
  id: 'D-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['payForm'],
  needs: ['lastYear'],
  params: { minLast: 20 },
  logic: {
    kind: 'aggregate',
    measures: { hourly: { count: 'records', where: hourly } },
    enough: above(measureLastYear('hourly'), param('minLast')),
    hit: equals(measure('hourly'), 0),
    gaps: { antal: { count: 'hourly', year: 'last' } },
  },
  source: 'proposed',
  texts: {
    title: 'Timavlönade saknas',
    message: 'Timavlönade saknas i filen. Förra året fanns {antal}. Komplettera filen eller kommentera.',
    why: 'Förra året fanns timavlönade i filen.',
    howToFix: 'Komplettera filen, eller kommentera varför de saknas.',
  },
};
