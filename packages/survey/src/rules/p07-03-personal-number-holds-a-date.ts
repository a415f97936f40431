import { all, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Filled; positions 3-4 are not a month 01-12, or positions 5-6, less 60 when 61-91, are not a day of that month in either century (29 February needs a leap year). */
export const p0703PersonalNumberHoldsADate: Rule = {
  id: 'P07-03',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['personalNumber'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-06'],
  logic: { kind: 'record', hit: all(filled('personalNumber'), not({ op: 'personalNumber', field: 'personalNumber', is: 'dated' })) },
  source: 'found: S13',
  texts: {
    title: 'Datumet i personnumret finns inte',
    message: '{Fält:personalNumber}: datumdelen i numret finns inte i kalendern. Kontrollera numret i lönesystemet.',
    why: 'De sex första siffrorna är en födelsedag, i samordningsnummer med 60 lagt till dagen.',
    howToFix: 'Kontrollera numret i lönesystemet och rätta det.',
  },
};
