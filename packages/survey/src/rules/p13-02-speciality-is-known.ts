import { filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** MedicalSpecialty is filled and not in lakarspecialiteter.csv of the year (column code, or placeholder_code where code is empty). */
export const p1302SpecialityIsKnown: Rule = {
  id: 'P13-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['medicalSpecialty'],
  suppressedBy: ['FIL-09', 'P13-03'],
  when: filled('medicalSpecialty'),
  logic: { kind: 'record', hit: not(inList('medicalSpecialty', 'medical-specialties')) },
  systematic: { cause: 'oneCodeEverywhere', field: 'medicalSpecialty' },
  source: 'found: S4',
  texts: {
    title: 'Okänd specialitet',
    message:
      '{Fält:medicalSpecialty}: specialitetskoden {värde} finns inte i årets kodplan. Akutsjukvård har till exempel 80110. Rätta koden.',
    why: 'Koden måste finnas i årets kodplan.',
    howToFix: 'Rätta koden enligt kodplanen.',
  },
};
