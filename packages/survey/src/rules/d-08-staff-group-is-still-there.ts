import { atLeast, equals, measure, measureLastYear, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** A staff group (aid.csv, column staff_group) had at least minLast persons last year and has none now. */
export const d08StaffGroupIsStillThere: Rule = {
  id: 'D-08',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['personalNumber', 'aidLabel'],
  needs: ['lastYear'],
  params: { minLast: 5 },
  logic: {
    kind: 'aggregate',
    per: { fact: 'staffGroup', of: 'aidLabel' },
    measures: { persons: { count: 'persons' } },
    enough: atLeast(measureLastYear('persons'), param('minLast')),
    hit: equals(measure('persons'), 0),
    gaps: { antal: { count: 'persons', year: 'last' } },
  },
  source: 'proposed',
  texts: {
    title: 'En personalgrupp saknas',
    message: 'Personalgruppen {grupp} saknas. Förra året fanns {antal} {antal|person|personer}. Komplettera filen eller kommentera.',
    why: 'Gruppen fanns i förra årets fil.',
    howToFix: 'Komplettera filen, eller kommentera varför gruppen saknas.',
  },
};
