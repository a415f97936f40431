import { above, atLeast, field, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AdditionalHours > 0 and agreedEmploymentRate is fullTime or more (100,00 %). */
export const p3501AdditionalHoursAreForPartTime: Rule = {
  id: 'P35-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['additionalHours', 'agreedEmploymentRate'],
  suppressedBy: ['P21-02'],
  params: { fullTime: 10000 },
  when: above(field('additionalHours'), 0),
  logic: { kind: 'record', hit: atLeast(field('agreedEmploymentRate'), param('fullTime')) },
  source: 'proposed',
  texts: {
    title: 'Fyllnadstid vid heltid',
    message: '{Fält:additionalHours} förekommer bara vid deltid. Flytta timmarna till {fält:overtimeHours} eller kommentera.',
    why: 'Den som arbetar heltid får övertid, inte fyllnadstid.',
    howToFix: 'Flytta timmarna till övertid, eller kommentera.',
  },
};
