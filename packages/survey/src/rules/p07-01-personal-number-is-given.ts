import { any, codeIn, empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** PersonalNumber is empty (also when it is only zeros). */
export const p0701PersonalNumberIsGiven: Rule = {
  id: 'P07-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['personalNumber'],
  suppressedBy: ['FIL-13'],
  logic: {
    kind: 'record',
    hit: any(
      empty('personalNumber'),
      codeIn('personalNumber', '0|00|000|0000|00000|000000|0000000|00000000|000000000|0000000000|00000000000|000000000000'),
    ),
  },
  source: 'found: S1',
  texts: {
    title: 'Personnummer saknas',
    message: '{Fält:personalNumber} saknas. Ange personnummer eller samordningsnummer.',
    why: 'Personnumret behövs för att räkna personer och för att följa anställningar mellan åren.',
    howToFix: 'Ange personnummer eller samordningsnummer med tio siffror.',
  },
};
