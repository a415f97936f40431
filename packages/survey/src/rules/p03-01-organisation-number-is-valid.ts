import { not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** OrganisationNumber is not exactly ten digits, or its third digit is below 2, or the modulus-10 check digit is wrong. */
export const p0301OrganisationNumberIsValid: Rule = {
  id: 'P03-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['organisationNumber'],
  suppressedBy: ['FIL-13'],
  logic: { kind: 'record', hit: not({ op: 'organisationNumber', field: 'organisationNumber' }) },
  source: 'found: S1 (form), S13 (modulus 10)',
  texts: {
    title: 'Organisationsnumret är inte giltigt',
    message: '{Fält:organisationNumber}: {värde} är inte ett giltigt organisationsnummer. Ange tio siffror utan bindestreck.',
    why: 'Numret visar vilken arbetsgivare som har anställningen. Kontrollsiffran fångar skrivfel.',
    howToFix: 'Ange tio siffror utan bindestreck, som i Bolagsverkets och Skatteverkets register.',
  },
};
