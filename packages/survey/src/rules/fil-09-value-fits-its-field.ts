import type { Rule } from '../definition/rule.ts';

/** The trimmed value has more characters (code points after NFC; in numeric fields leading zeros are not counted) than the field's length in the layout. The record is kept with the value as written. */
export const fil09ValueFitsItsField: Rule = {
  id: 'FIL-09',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: [],
  suppressedBy: ['FIL-10', 'FIL-11', 'P01-01', 'P03-01', 'P07-02', 'P07-06', 'P09-02'],
  logic: { kind: 'reading', fault: 'tooLong' },
  source: 'found: S1',
  texts: {
    title: 'Värdet är för långt',
    message: 'Rad {rad}, fält {nr} {fältnamn}: värdet har {längd} tecken men får ha högst {max}. Korta värdet.',
    why: 'Varje fält har en största längd i postbeskrivningen. Ett längre värde är ofta två värden som har hamnat i samma fält.',
    howToFix: 'Korta värdet, eller kontrollera att rätt uppgift exporteras till fältet.',
  },
};
