import { above, age, any, below, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Age (see Definitions) is below min or above max. */
export const p0707PersonIsOfPossibleAge: Rule = {
  id: 'P07-07',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['personalNumber'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06'],
  params: { min: 13, max: 95 },
  logic: { kind: 'record', hit: any(below(age, param('min')), above(age, param('max'))) },
  source: 'proposed',
  texts: {
    title: 'Åldern är inte möjlig',
    message: '{Fält:personalNumber}: personen är {ålder} år enligt numret. Kontrollera numret i lönesystemet.',
    why: 'Åldern räknas ut ur numret den 1 november. Ett skrivfel i årtalet ger en orimlig ålder.',
    howToFix: 'Kontrollera numret i lönesystemet och rätta det.',
  },
};
