import { above, all, below, codeIn, field, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ResponsibilityCode is in codes and 0 < agreedEmploymentRate < rateBelow (50,00 %). */
export const p1005ChiefWorksAtLeastHalfTime: Rule = {
  id: 'P10-05',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['responsibilityCode', 'agreedEmploymentRate'],
  suppressedBy: ['P21-03', 'P21-04'],
  params: { codes: 'A|B', rateBelow: 5000 },
  when: codeIn('responsibilityCode', 'codes'),
  logic: {
    kind: 'record',
    hit: all(above(field('agreedEmploymentRate'), 0), below(field('agreedEmploymentRate'), param('rateBelow'))),
  },
  source: 'proposed',
  texts: {
    title: 'Chef med låg sysselsättningsgrad',
    message: '{Fält:responsibilityCode}: ansvarskod {värde} tillsammans med {grad} procent är ovanligt. Rätta eller kommentera.',
    why: 'Få chefer på de nivåerna arbetar mindre än halvtid.',
    howToFix: 'Kontrollera ansvarskoden och sysselsättningsgraden. Stämmer de kommenterar du.',
  },
};
