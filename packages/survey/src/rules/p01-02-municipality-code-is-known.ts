import { all, digits, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** MunicipalityCode is in neither kommuner.csv nor regioner.csv nor the register of kommunalförbund of the year (an empty register makes other codes unknown, not accepted). */
export const p0102MunicipalityCodeIsKnown: Rule = {
  id: 'P01-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['municipalityCode'],
  suppressedBy: ['P01-01', 'FIL-14'],
  logic: {
    kind: 'record',
    hit: all(digits('municipalityCode', 4), not(inList('municipalityCode', 'municipalities')), not(inList('municipalityCode', 'regions'))),
  },
  systematic: { cause: 'oneCodeEverywhere', field: 'municipalityCode' },
  source: 'derived',
  texts: {
    title: 'Okänd kommun- eller regionkod',
    message: '{Fält:municipalityCode}: koden {värde} finns inte i förteckningen över kommuner, regioner och kommunalförbund. Rätta koden.',
    why: 'Koden måste finnas i årets förteckning för att posten ska kunna räknas till rätt uppgiftslämnare.',
    howToFix: 'Rätta koden i lönesystemet eller här.',
  },
};
