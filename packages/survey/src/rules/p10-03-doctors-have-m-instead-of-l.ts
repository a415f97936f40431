import { all, atLeast, codeIn, param, year } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The collection year is fromYear or later, responsibilityCode is code and aidLabel is in doctors. */
export const p1003DoctorsHaveMInsteadOfL: Rule = {
  id: 'P10-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['responsibilityCode', 'aidLabel'],
  params: { code: 'L', doctors: '201010-204090', fromYear: 2019 },
  when: all(atLeast(year, param('fromYear')), codeIn('responsibilityCode', 'code')),
  logic: {
    kind: 'record',
    hit: codeIn('aidLabel', 'doctors'),
  },
  source: 'found: S10',
  texts: {
    title: 'Läkare med kod L',
    message:
      '{Fält:responsibilityCode}: läkare med bakjour eller medicinskt ansvarsområde ska ha M i stället för L sedan 2019. Rätta koden eller kommentera.',
    why: 'Läkare med begränsat ledningsansvar har kod M sedan 2019.',
    howToFix: 'Byt till M. Har personen ett annat ledningsansvar kommenterar du det.',
  },
};
