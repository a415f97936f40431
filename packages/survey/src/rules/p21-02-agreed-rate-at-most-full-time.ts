import { above, field, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AgreedEmploymentRate > max (100,00 %). */
export const p2102AgreedRateAtMostFullTime: Rule = {
  id: 'P21-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['agreedEmploymentRate'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  params: { max: 10000 },
  logic: { kind: 'record', hit: above(field('agreedEmploymentRate'), param('max')) },
  source: 'proposed',
  texts: {
    title: 'Mer än heltid',
    message: '{Fält:agreedEmploymentRate}: {värde} procent är mer än heltid. Ange högst {gräns} procent per anställning.',
    why: 'En enskild anställning kan inte vara mer än heltid.',
    howToFix: 'Ange högst 100,00 procent. Har personen flera anställningar ska de vara varsin post.',
  },
};
