import { filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ResponsibilityCode is filled and not in ansvarskod.csv (A, B, C, L, F, M). */
export const p1001ResponsibilityCodeIsKnown: Rule = {
  id: 'P10-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['responsibilityCode'],
  suppressedBy: ['FIL-09'],
  when: filled('responsibilityCode'),
  logic: { kind: 'record', hit: not(inList('responsibilityCode', 'responsibility-codes')) },
  systematic: { cause: 'oneCodeEverywhere', field: 'responsibilityCode' },
  source: 'found: S8, S10',
  texts: {
    title: 'Okänd ansvarskod',
    message: '{Fält:responsibilityCode}: koden {värde} finns inte. Tillåtna koder är A, B, C, L, F, M eller tomt.',
    why: 'Ansvarskoden skiljer chefer från andra i lönestatistiken.',
    howToFix: 'Använd A, B, C, L, F eller M, eller lämna fältet tomt.',
  },
};
