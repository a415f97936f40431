import { filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** WorkingTimePattern is filled and not in arbetstidens_forlaggning.csv. */
export const p1201WorkingTimePatternIsKnown: Rule = {
  id: 'P12-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['workingTimePattern'],
  suppressedBy: ['FIL-09'],
  when: filled('workingTimePattern'),
  logic: { kind: 'record', hit: not(inList('workingTimePattern', 'working-time-patterns')) },
  systematic: { cause: 'oneCodeEverywhere', field: 'workingTimePattern' },
  source: 'derived: S8',
  texts: {
    title: 'Okänd kod för arbetstidens förläggning',
    message: '{Fält:workingTimePattern}: koden {värde} finns inte. Använd en kod i förteckningen eller lämna fältet tomt.',
    why: 'Koden visar när på dygnet arbetet utförs.',
    howToFix: 'Använd en kod i förteckningen eller lämna fältet tomt.',
  },
};
