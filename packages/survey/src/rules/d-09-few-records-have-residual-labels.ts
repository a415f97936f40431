import { above, all, atLeast, codeIn, measure, not, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Of at least minRecords records more than sharePct percent have a residual label as defined in P09-08. */
export const d09FewRecordsHaveResidualLabels: Rule = {
  id: 'D-09',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['aidLabel'],
  params: { sharePct: 5, minRecords: 20, exclude: '203090|204090' },
  logic: {
    kind: 'aggregate',
    measures: {
      all: { count: 'records' },
      residual: {
        count: 'records',
        where: all(
          { op: 'nameEndsWith', field: 'aidLabel', list: 'aid-labels', endings: ', annan|, annat' },
          not(codeIn('aidLabel', 'exclude')),
        ),
      },
    },
    enough: atLeast(measure('all'), param('minRecords')),
    hit: above(times(measure('residual'), 100), times(param('sharePct'), measure('all'))),
    gaps: { procent: { share: 'residual', of: 'all' } },
  },
  source: 'proposed',
  texts: {
    title: 'Många restetiketter',
    message: '{procent} procent av posterna har en restetikett (annan). Se över kodningen eller kommentera.',
    why: 'Etiketter som slutar på «annan» säger lite om arbetsuppgifterna.',
    howToFix: 'Se över kodningen, eller kommentera.',
  },
};
