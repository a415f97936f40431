import { above, measure } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** At least one record has a valid personalNumber whose positions 5-6 are 61-91 (one notice per delivery with the count). */
export const p0705CoordinationNumbersAreCounted: Rule = {
  id: 'P07-05',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'dataset',
  fields: ['personalNumber'],
  logic: {
    kind: 'aggregate',
    measures: { numbers: { count: 'records', where: { op: 'personalNumber', field: 'personalNumber', is: 'coordination' } } },
    hit: above(measure('numbers'), 0),
    gaps: { antal: { count: 'numbers' } },
  },
  source: 'derived',
  texts: {
    title: 'Samordningsnummer',
    message: '{antal} {antal|post|poster} har samordningsnummer.',
    why: 'Samordningsnummer är tillåtna men ovanliga. Antalet visas så att du ser om det verkar rimligt.',
    howToFix: 'Du behöver inte göra något.',
  },
};
