import type { Rule } from '../definition/rule.ts';

/** Two records with the same personalNumber and both names filled share no name part: names are lower-cased, split at blanks, comma and hyphen, parts shorter than minLetters letters are left out, and two parts are equal when one begins with the other. Of a person with more than 200 different names and no part that all have, every record is told of. */
export const k05OnePersonHasOneName: Rule = {
  id: 'K-05',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['personalNumber', 'name'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06', 'P08-02'],
  params: { minLetters: 3 },
  logic: { kind: 'differentNames', by: 'personalNumber', of: 'name' },
  source: 'proposed',
  texts: {
    title: 'Samma personnummer, olika namn',
    message: '{Fält:personalNumber}: samma nummer har olika namn, {namn1} och {namn2}. Rätta numret eller kommentera.',
    why: 'Två poster har samma personnummer men namnen liknar inte varandra. Ett av numren är troligen fel.',
    howToFix: 'Rätta personnumret. Har personen bytt namn kommenterar du.',
  },
};
