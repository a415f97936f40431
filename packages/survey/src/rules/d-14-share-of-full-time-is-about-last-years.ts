import { above, abs, all, equals, field, measure, measureLastYear, minus, monthly, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The share of monthly records with agreedEmploymentRate = fullTime (100,00 %) has changed by more than changePoints percentage points since last year. */
export const d14ShareOfFullTimeIsAboutLastYears: Rule = {
  id: 'D-14',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['payForm', 'agreedEmploymentRate'],
  needs: ['lastYear'],
  suppressedBy: ['P21-03'],
  params: { fullTime: 10000, changePoints: 6 },
  logic: {
    kind: 'aggregate',
    measures: {
      monthly: { count: 'records', where: monthly },
      fullTime: { count: 'records', where: all(monthly, equals(field('agreedEmploymentRate'), param('fullTime'))) },
    },
    enough: all(above(measure('monthly'), 0), above(measureLastYear('monthly'), 0)),
    hit: above(
      times(
        100,
        abs(minus(times(measure('fullTime'), measureLastYear('monthly')), times(measureLastYear('fullTime'), measure('monthly')))),
      ),
      times(param('changePoints'), times(measure('monthly'), measureLastYear('monthly'))),
    ),
    gaps: { förra: { share: 'fullTime', of: 'monthly', year: 'last' }, nu: { share: 'fullTime', of: 'monthly' } },
  },
  source: 'proposed, national level S11',
  texts: {
    title: 'Andelen heltidsanställda har ändrats',
    message: 'Andelen heltidsanställda har ändrats från {förra} till {nu} procent. Rätta eller kommentera.',
    why: 'Andelen ändras normalt lite mellan åren.',
    howToFix: 'Kontrollera sysselsättningsgraderna, eller kommentera.',
  },
};
