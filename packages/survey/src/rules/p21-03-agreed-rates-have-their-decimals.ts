import { above, all, atLeast, atMost, field, measure, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Of the records with agreedEmploymentRate > 0 (at least minRecords) at least sharePct percent have a value from from to to (0,01-1,00 %). */
export const p2103AgreedRatesHaveTheirDecimals: Rule = {
  id: 'P21-03',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'dataset',
  fields: ['agreedEmploymentRate'],
  params: { from: 1, to: 100, sharePct: 80, minRecords: 20 },
  logic: {
    kind: 'aggregate',
    measures: {
      all: { count: 'records', where: above(field('agreedEmploymentRate'), 0) },
      low: {
        count: 'records',
        where: all(atLeast(field('agreedEmploymentRate'), param('from')), atMost(field('agreedEmploymentRate'), param('to'))),
      },
    },
    enough: atLeast(measure('all'), param('minRecords')),
    hit: atLeast(times(measure('low'), 100), times(param('sharePct'), measure('all'))),
  },
  systematic: {
    cause: 'missingDecimals',
    field: 'agreedEmploymentRate',
    do: 'times100',
    records: all(atLeast(field('agreedEmploymentRate'), param('from')), atMost(field('agreedEmploymentRate'), param('to'))),
  },
  source: 'derived',
  texts: {
    title: 'Decimaler saknas i sysselsättningsgraden',
    message: '{Fält:agreedEmploymentRate}: värdena verkar sakna decimaler. Skriv 10000 för 100,00 procent i hela filen.',
    why: 'Nästan alla värden är en procent eller mindre. Då har decimalerna troligen fallit bort i exporten.',
    howToFix: 'Rätta exporten så att heltid skrivs 10000, och ladda upp filen igen.',
  },
};
