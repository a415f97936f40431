import { above, all, below, field, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, and 0 < agreedEmploymentRate < rateBelow (5,00 %). */
export const p2104AgreedRateIsNotTiny: Rule = {
  id: 'P21-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['agreedEmploymentRate', 'payForm'],
  suppressedBy: ['P21-03'],
  params: { rateBelow: 500 },
  when: monthly,
  logic: {
    kind: 'record',
    hit: all(above(field('agreedEmploymentRate'), 0), below(field('agreedEmploymentRate'), param('rateBelow'))),
  },
  source: 'proposed',
  texts: {
    title: 'Mycket låg sysselsättningsgrad',
    message: '{Fält:agreedEmploymentRate}: {värde} procent är mycket lågt. Är personen timavlönad? Rätta eller kommentera.',
    why: 'Månadsavlönade arbetar sällan så lite. Personen kan vara timavlönad.',
    howToFix: 'Rätta sysselsättningsgraden eller löneformen. Stämmer de kommenterar du det.',
  },
};
