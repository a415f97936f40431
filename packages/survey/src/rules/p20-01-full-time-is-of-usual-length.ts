import { above, any, below, field, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, and fullTimeHoursPerWeek is below lower (30,00; 0 hits) or above upper (40,00). */
export const p2001FullTimeIsOfUsualLength: Rule = {
  id: 'P20-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['fullTimeHoursPerWeek', 'payForm'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  params: { lower: 3000, upper: 4000 },
  when: monthly,
  logic: {
    kind: 'record',
    hit: any(below(field('fullTimeHoursPerWeek'), param('lower')), above(field('fullTimeHoursPerWeek'), param('upper'))),
  },
  source: 'proposed',
  texts: {
    title: 'Ovanligt heltidsmått',
    message:
      '{Fält:fullTimeHoursPerWeek}: {värde} timmar per vecka är ovanligt. Heltid ligger normalt mellan {nedre} och {övre} timmar. Rätta eller kommentera.',
    why: 'Heltid är normalt mellan 30 och 40 timmar i veckan.',
    howToFix: 'Ange timmar per vecka med två decimaler, till exempel 4000 för 40,00. Stämmer värdet kommenterar du.',
  },
};
