import { codeIn, empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AidLabel is in labels and medicalSpecialty is empty. */
export const p1301LicensedDoctorHasASpeciality: Rule = {
  id: 'P13-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['medicalSpecialty', 'aidLabel'],
  params: { labels: '201010-203090' },
  when: codeIn('aidLabel', 'labels'),
  logic: { kind: 'record', hit: empty('medicalSpecialty') },
  source: 'found: S4',
  texts: {
    title: 'Specialitet saknas',
    message: '{Fält:medicalSpecialty} saknas. Ange en specialitetskod. Alla legitimerade läkare (AID 201010-203090) ska ha en.',
    why: 'Alla legitimerade läkare redovisas efter specialitet.',
    howToFix: 'Ange koden för den specialitet som läkaren arbetar i.',
  },
};
