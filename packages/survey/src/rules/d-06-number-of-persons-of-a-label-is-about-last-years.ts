import { abs, all, any, atLeast, changedMoreThan, measure, measureLastYear, minus, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** A label with at least minPersons persons in one of the years has changed by at least minDiff persons and by more than changePct percent of last year's number (none last year: hits). */
export const d06NumberOfPersonsOfALabelIsAboutLastYears: Rule = {
  id: 'D-06',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['personalNumber', 'aidLabel'],
  needs: ['lastYear'],
  suppressedBy: ['D-08'],
  params: { minPersons: 10, changePct: 25, minDiff: 10 },
  logic: {
    kind: 'aggregate',
    per: 'aidLabel',
    measures: { persons: { count: 'persons' } },
    enough: any(atLeast(measure('persons'), param('minPersons')), atLeast(measureLastYear('persons'), param('minPersons'))),
    hit: all(
      atLeast(abs(minus(measure('persons'), measureLastYear('persons'))), param('minDiff')),
      changedMoreThan('persons', param('changePct')),
    ),
    gaps: { förra: { count: 'persons', year: 'last' }, nu: { count: 'persons' } },
  },
  source: 'proposed',
  texts: {
    title: 'Antalet personer med etiketten har ändrats',
    message: '{aid} {aidnamn}: antalet personer har gått från {förra} till {nu}. Kommentera orsaken.',
    why: 'En etikett byter sällan så många personer på ett år. Kanske har en grupp kodats om.',
    howToFix: 'Kontrollera etiketterna, eller kommentera orsaken.',
  },
};
