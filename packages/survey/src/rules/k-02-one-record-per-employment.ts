import { all, filled } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmploymentId and personalNumber are filled and the same organisationNumber, personalNumber and employmentId are on more than one record. */
export const k02OneRecordPerEmployment: Rule = {
  id: 'K-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'group',
  fields: ['employmentId', 'organisationNumber', 'personalNumber'],
  suppressedBy: ['K-01', 'P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06'],
  logic: {
    kind: 'equalRecords',
    fields: ['organisationNumber', 'personalNumber', 'employmentId'],
    where: all(filled('employmentId'), filled('personalNumber')),
  },
  source: 'found: S1 (one record per employment)',
  texts: {
    title: 'Anställningen finns på flera rader',
    message:
      '{Fält:employmentId}: anställningen {anställningsid} för personen finns på flera rader. Slå ihop dem till en post per anställning.',
    why: 'Varje anställning ska vara en post.',
    howToFix: 'Slå ihop raderna, eller ge anställningarna olika identitet om de är två.',
  },
};
