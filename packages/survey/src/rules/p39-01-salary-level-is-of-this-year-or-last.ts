import { above, all, any, below, field, minus, param, year } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** SalaryLevelYear is above 0 and neither the collection year nor at most yearsBack before it. */
export const p3901SalaryLevelIsOfThisYearOrLast: Rule = {
  id: 'P39-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['salaryLevelYear'],
  params: { yearsBack: 1 },
  logic: {
    kind: 'record',
    hit: all(
      above(field('salaryLevelYear'), 0),
      any(above(field('salaryLevelYear'), year), below(field('salaryLevelYear'), minus(year, param('yearsBack')))),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Orimligt lönenivåår',
    message: '{Fält:salaryLevelYear}: {värde} är inte rimligt. Ange insamlingsåret eller året före, eller lämna fältet tomt.',
    why: 'Lönenivååret säger vilket års löneöversyn lönen bygger på.',
    howToFix: 'Ange insamlingsåret eller året före, eller lämna fältet tomt.',
  },
};
