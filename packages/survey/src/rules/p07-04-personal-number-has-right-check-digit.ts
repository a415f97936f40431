import { all, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Filled; positions 7-9 are 000, or the tenth digit is not the modulus-10 check digit (weights 2,1,2,1 ... over positions 1-9). */
export const p0704PersonalNumberHasRightCheckDigit: Rule = {
  id: 'P07-04',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['personalNumber'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-03', 'P07-06'],
  logic: { kind: 'record', hit: all(filled('personalNumber'), not({ op: 'personalNumber', field: 'personalNumber', is: 'checked' })) },
  source: 'found: S13',
  texts: {
    title: 'Fel kontrollsiffra i personnumret',
    message: '{Fält:personalNumber}: kontrollsiffran stämmer inte. Kontrollera numret i lönesystemet.',
    why: 'Den sista siffran räknas ut av de nio första och visar om något är felskrivet.',
    howToFix: 'Kontrollera numret mot lönesystemet eller personens id-handling och rätta det.',
  },
};
