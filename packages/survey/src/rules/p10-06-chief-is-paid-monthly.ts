import { codeIn, hourly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ResponsibilityCode is in codes and the record is hourly. */
export const p1006ChiefIsPaidMonthly: Rule = {
  id: 'P10-06',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['responsibilityCode', 'payForm'],
  params: { codes: 'A|B|C' },
  when: codeIn('responsibilityCode', 'codes'),
  logic: { kind: 'record', hit: hourly },
  source: 'proposed',
  texts: {
    title: 'Chef med timlön',
    message: '{Fält:responsibilityCode}: chefer har normalt månadslön. Rätta ansvarskoden eller {fält:payForm}, eller kommentera.',
    why: 'Chefer har normalt månadslön.',
    howToFix: 'Rätta ansvarskoden eller löneformen, eller kommentera.',
  },
};
