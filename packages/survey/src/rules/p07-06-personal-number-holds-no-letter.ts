import type { Rule } from '../definition/rule.ts';

/** PersonalNumber holds at least one letter (interim numbers with T, TF, R and similar). */
export const p0706PersonalNumberHoldsNoLetter: Rule = {
  id: 'P07-06',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['personalNumber'],
  logic: { kind: 'record', hit: { op: 'contains', field: 'personalNumber', what: 'letter' } },
  source: 'proposed',
  texts: {
    title: 'Reservnummer',
    message: '{Fält:personalNumber}: reservnummer kan inte tas emot. Ange personnummer eller samordningsnummer.',
    why: 'Lokala reservnummer med bokstäver kan inte kopplas till en person.',
    howToFix: 'Ange personens personnummer eller samordningsnummer.',
  },
};
