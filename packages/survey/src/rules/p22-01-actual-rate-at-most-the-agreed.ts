import { above, all, field, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, agreedEmploymentRate > 0 and actualEmploymentRate > agreedEmploymentRate. */
export const p2201ActualRateAtMostTheAgreed: Rule = {
  id: 'P22-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['actualEmploymentRate', 'agreedEmploymentRate', 'payForm'],
  suppressedBy: ['P21-01', 'P21-03'],
  when: monthly,
  logic: {
    kind: 'record',
    hit: all(above(field('agreedEmploymentRate'), 0), above(field('actualEmploymentRate'), field('agreedEmploymentRate'))),
  },
  source: 'derived: S11 concepts',
  texts: {
    title: 'Faktisk grad högre än överenskommen',
    message: '{Fält:actualEmploymentRate} är högre än {fält:agreedEmploymentRate}. Rätta den ena.',
    why: 'Den faktiska graden är den överenskomna minus ledighet och kan inte vara högre.',
    howToFix: 'Rätta den av uppgifterna som är fel.',
  },
};
