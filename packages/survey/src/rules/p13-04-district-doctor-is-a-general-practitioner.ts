import { all, codeIn, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AidLabel is label and medicalSpecialty is filled and not speciality (allmänmedicin; placeholder code). */
export const p1304DistrictDoctorIsAGeneralPractitioner: Rule = {
  id: 'P13-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['medicalSpecialty', 'aidLabel'],
  suppressedBy: ['P13-01', 'P13-02'],
  params: { label: '201011', speciality: '90011' },
  when: codeIn('aidLabel', 'label'),
  logic: {
    kind: 'record',
    hit: all(filled('medicalSpecialty'), not(codeIn('medicalSpecialty', 'speciality'))),
  },
  source: 'proposed',
  texts: {
    title: 'Distriktsläkare utan allmänmedicin',
    message: '{Fält:medicalSpecialty}: distriktsläkare har normalt allmänmedicin. Rätta eller kommentera.',
    why: 'Distriktsläkare är normalt specialister i allmänmedicin.',
    howToFix: 'Rätta specialiteten eller etiketten, eller kommentera.',
  },
};
