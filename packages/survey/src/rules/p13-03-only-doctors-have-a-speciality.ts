import { all, codeIn, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** MedicalSpecialty is filled and aidLabel is filled and outside doctors. */
export const p1303OnlyDoctorsHaveASpeciality: Rule = {
  id: 'P13-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['medicalSpecialty', 'aidLabel'],
  suppressedBy: ['P09-01', 'P09-02', 'P09-03'],
  params: { doctors: '201010-204090' },
  when: filled('medicalSpecialty'),
  logic: { kind: 'record', hit: all(filled('aidLabel'), not(codeIn('aidLabel', 'doctors'))) },
  source: 'found: S4',
  texts: {
    title: 'Specialitet för annan än läkare',
    message: '{Fält:medicalSpecialty}: specialitet ska bara anges för läkare. Ta bort koden, rätta etiketten eller kommentera.',
    why: 'Specialitet anges bara för läkare. Här säger etiketten något annat.',
    howToFix: 'Ta bort specialiteten eller rätta etiketten.',
  },
};
