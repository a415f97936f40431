import { all, digits, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** PersonalNumber is filled and not exactly ten digits (12 digits, hyphen and plus sign hit here and not in FIL-09). */
export const p0702PersonalNumberHasTenDigits: Rule = {
  id: 'P07-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['personalNumber'],
  suppressedBy: ['P07-01', 'P07-06'],
  logic: { kind: 'record', hit: all(filled('personalNumber'), not(digits('personalNumber', 10))) },
  source: 'found: S1',
  texts: {
    title: 'Personnumret har fel form',
    message: '{Fält:personalNumber}: ange numret med tio siffror utan bindestreck och utan århundrade.',
    why: 'Numret läses med tio siffror, utan bindestreck och utan århundrade.',
    howToFix: 'Ta bort bindestreck och de två första siffrorna i ett tolvsiffrigt nummer.',
  },
};
