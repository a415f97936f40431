import { above, atLeast, empty, measure, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Of at least minRecords records workplaceNumber is empty in more than emptyPct percent. */
export const d17WorkplaceNumbersAreGiven: Rule = {
  id: 'D-17',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['workplaceNumber'],
  params: { emptyPct: 10, minRecords: 20 },
  logic: {
    kind: 'aggregate',
    measures: { all: { count: 'records' }, empty: { count: 'records', where: empty('workplaceNumber') } },
    enough: atLeast(measure('all'), param('minRecords')),
    hit: above(times(measure('empty'), 100), times(param('emptyPct'), measure('all'))),
    gaps: { procent: { share: 'empty', of: 'all' } },
  },
  source: 'proposed',
  texts: {
    title: 'Arbetsställenummer saknas ofta',
    message: 'Arbetsställenummer saknas i {procent} procent av posterna. Komplettera filen eller kommentera.',
    why: 'Numret behövs för att dela upp statistiken på arbetsställen.',
    howToFix: 'Komplettera filen, eller kommentera.',
  },
};
