import { above, atLeast, equals, field, measure, minus, param, times, year } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Of the records of one collectiveAgreement with salaryLevelYear > 0 (at least minRecords) more than sharePct percent have the year before the collection year. */
export const d18SalaryReviewIsDone: Rule = {
  id: 'D-18',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['salaryLevelYear', 'collectiveAgreement'],
  params: { sharePct: 20, minRecords: 20 },
  logic: {
    kind: 'aggregate',
    per: 'collectiveAgreement',
    measures: {
      levelled: { count: 'records', where: above(field('salaryLevelYear'), 0) },
      lastYearsLevel: { count: 'records', where: equals(field('salaryLevelYear'), minus(year, 1)) },
    },
    enough: atLeast(measure('levelled'), param('minRecords')),
    hit: above(times(measure('lastYearsLevel'), 100), times(param('sharePct'), measure('levelled'))),
  },
  source: 'found as a real situation: S8 (2012), S18 (2020)',
  texts: {
    title: 'Löneöversynen verkar inte vara klar',
    message: '{avtal}: löneöversynen verkar inte vara klar. Kommentera vilka grupper som har förra årets lön.',
    why: 'Många har förra årets lön. Statistiken blir bättre om läsaren vet vilka.',
    howToFix: 'Kommentera vilka grupper som har förra årets lön.',
  },
};
