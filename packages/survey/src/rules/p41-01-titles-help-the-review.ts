import { above, all, empty, measure, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** OrganisationUnit and positionTitle are both empty in more than sharePct percent of the records. */
export const p4101TitlesHelpTheReview: Rule = {
  id: 'P41-01',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'dataset',
  fields: ['organisationUnit', 'positionTitle'],
  params: { sharePct: 50 },
  logic: {
    kind: 'aggregate',
    measures: { all: { count: 'records' }, lacking: { count: 'records', where: all(empty('organisationUnit'), empty('positionTitle')) } },
    hit: above(times(measure('lacking'), 100), times(measure('all'), param('sharePct'))),
  },
  source: 'proposed',
  texts: {
    title: 'Enhet och titel saknas',
    message:
      '{Fält:organisationUnit} och {fält:positionTitle} saknas i de flesta poster. De behövs inte i statistiken men gör granskningen lättare.',
    why: 'Fälten behövs inte i statistiken men gör granskningen lättare.',
    howToFix: 'Du behöver inte göra något.',
  },
};
