import { above, hourly, measure, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** At least one person has both a monthly and an hourly record (one notice per delivery with the count). */
export const k07PersonsWithBothPayFormsAreCounted: Rule = {
  id: 'K-07',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'dataset',
  fields: ['personalNumber', 'payForm'],
  logic: {
    kind: 'aggregate',
    measures: { both: { count: 'persons', where: monthly, and: hourly } },
    hit: above(measure('both'), 0),
    gaps: { antal: { count: 'both' } },
  },
  source: 'proposed',
  texts: {
    title: 'Både månadslön och timlön',
    message: '{antal} {antal|person|personer} har både månadslön och timlön.',
    why: 'Det förekommer, till exempel när någon arbetar extra.',
    howToFix: 'Du behöver inte göra något.',
  },
};
