import type { Rule } from '../definition/rule.ts';

/** The trimmed value of a numeric field is not empty and holds anything but the digits 0-9 (also blanks inside, plus and minus signs). The record is kept with the value as written. */
export const fil10NumberIsDigitsOnly: Rule = {
  id: 'FIL-10',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: [],
  suppressedBy: ['FIL-11'],
  logic: { kind: 'reading', fault: 'notDigits' },
  source: 'found: S1',
  texts: {
    title: 'Värdet är inte ett heltal',
    message: 'Rad {rad}, fält {nr} {fältnamn}: ”{värde}” är inte ett heltal. Skriv bara siffror, utan mellanslag och andra tecken.',
    why: 'Numeriska fält läses som heltal utan mellanslag, tecken eller bokstäver.',
    howToFix: 'Skriv bara siffror. Decimaler skrivs utan decimaltecken.',
  },
};
