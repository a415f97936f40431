import { above, all, atLeast, field, meanChangedOutside, measure, measureLastYear, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The mean agreedFullTimeSalary (monthly, > 0) of a label with at least minPersons persons in both years has changed by less than lowerPct percent or more than upperPct percent. */
export const d07MeanSalaryOfALabelHasRisenAsUsual: Rule = {
  id: 'D-07',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['agreedFullTimeSalary', 'aidLabel', 'payForm'],
  needs: ['lastYear'],
  params: { minPersons: 10, lowerPct: -1, upperPct: 10 },
  logic: {
    kind: 'aggregate',
    per: 'aidLabel',
    measures: {
      salaries: { sum: ['agreedFullTimeSalary'], where: all(monthly, above(field('agreedFullTimeSalary'), 0)) },
      paid: { count: 'records', where: all(monthly, above(field('agreedFullTimeSalary'), 0)) },
      persons: { count: 'persons' },
    },
    enough: all(atLeast(measure('persons'), param('minPersons')), atLeast(measureLastYear('persons'), param('minPersons'))),
    hit: meanChangedOutside('salaries', 'paid', param('lowerPct'), param('upperPct')),
    gaps: { procent: { change: 'salaries', per: 'paid' } },
  },
  source: 'proposed',
  texts: {
    title: 'Medellönen för etiketten har ändrats ovanligt',
    message: '{aid} {aidnamn}: medellönen har ändrats {procent} procent. Rätta eller kommentera.',
    why: 'Medellönen för en etikett ändras normalt några procent om året.',
    howToFix: 'Kontrollera lönerna och etiketterna, eller kommentera.',
  },
};
