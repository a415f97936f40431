import { filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** SpecialTermsCode is filled and not in bea_pan_kombination.csv. */
export const p1101SpecialTermsCodeIsKnown: Rule = {
  id: 'P11-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['specialTermsCode'],
  suppressedBy: ['FIL-09'],
  when: filled('specialTermsCode'),
  logic: { kind: 'record', hit: not(inList('specialTermsCode', 'special-terms')) },
  systematic: { cause: 'oneCodeEverywhere', field: 'specialTermsCode' },
  source: 'derived: S8',
  texts: {
    title: 'Okänd kod för särskilda villkor',
    message: '{Fält:specialTermsCode}: koden {värde} finns inte. Använd en kod i förteckningen eller lämna fältet tomt.',
    why: 'Koden visar anställningar med egna villkor, som BEA och PAN.',
    howToFix: 'Använd en kod i förteckningen eller lämna fältet tomt.',
  },
};
