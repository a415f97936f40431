import { above, all, field, meanChangedOutside, measure, measureLastYear, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The mean of agreedFullTimeSalary over monthly records with salary > 0 has changed by less than lowerPct percent or more than upperPct percent since last year. */
export const d05MeanSalaryHasRisenAsUsual: Rule = {
  id: 'D-05',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['payForm', 'agreedFullTimeSalary'],
  needs: ['lastYear'],
  params: { lowerPct: 0, upperPct: 7 },
  logic: {
    kind: 'aggregate',
    measures: {
      salaries: { sum: ['agreedFullTimeSalary'], where: all(monthly, above(field('agreedFullTimeSalary'), 0)) },
      paid: { count: 'records', where: all(monthly, above(field('agreedFullTimeSalary'), 0)) },
    },
    enough: all(above(measure('paid'), 0), above(measureLastYear('paid'), 0)),
    hit: meanChangedOutside('salaries', 'paid', param('lowerPct'), param('upperPct')),
    gaps: { procent: { change: 'salaries', per: 'paid' } },
  },
  source: 'proposed',
  texts: {
    title: 'Medellönen har ändrats ovanligt',
    message: 'Medellönen har ändrats {procent} procent. Är årets löneöversyn med för alla avtal? Rätta eller kommentera.',
    why: 'Medellönen stiger normalt några procent om året. Är löneöversynen inte klar står den stilla.',
    howToFix: 'Kontrollera att årets löner är med för alla avtal, eller kommentera.',
  },
};
