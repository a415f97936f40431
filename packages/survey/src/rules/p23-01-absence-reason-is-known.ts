import { filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AbsenceReason is filled and not in franvaroorsak.csv. */
export const p2301AbsenceReasonIsKnown: Rule = {
  id: 'P23-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['absenceReason'],
  suppressedBy: ['FIL-09'],
  when: filled('absenceReason'),
  logic: { kind: 'record', hit: not(inList('absenceReason', 'absence-reasons')) },
  systematic: { cause: 'oneCodeEverywhere', field: 'absenceReason' },
  source: 'proposed',
  texts: {
    title: 'Okänd frånvaroorsak',
    message: '{Fält:absenceReason}: koden {värde} finns inte. Använd en kod i förteckningen eller lämna fältet tomt.',
    why: 'Orsaken används när hel- och delvis lediga redovisas.',
    howToFix: 'Använd en kod i förteckningen eller lämna fältet tomt.',
  },
};
