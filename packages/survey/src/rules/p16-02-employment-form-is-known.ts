import { all, filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmploymentForm is filled and not a code of anstallningsform.csv that is valid in the year. */
export const p1602EmploymentFormIsKnown: Rule = {
  id: 'P16-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['employmentForm'],
  suppressedBy: ['FIL-09', 'P16-01', 'P16-03'],
  logic: { kind: 'record', hit: all(filled('employmentForm'), not(inList('employmentForm', 'employment-forms'))) },
  systematic: { cause: 'oneCodeEverywhere', field: 'employmentForm' },
  source: 'derived: S4',
  texts: {
    title: 'Okänd anställningsform',
    message: '{Fält:employmentForm}: koden {värde} finns inte. Använd en kod i årets förteckning.',
    why: 'Koden måste finnas i årets förteckning.',
    howToFix: 'Rätta koden enligt förteckningen.',
  },
};
