import { absent, all, codeIn, equals, field, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** WorkingTimePattern is night, the person is not absent with absenceRate = agreedEmploymentRate, and unsocialHoursPay = 0. */
export const p2902NightWorkHasUnsocialHoursPay: Rule = {
  id: 'P29-02',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'record',
  fields: ['unsocialHoursPay', 'workingTimePattern', 'agreedEmploymentRate', 'absenceRate'],
  suppressedBy: ['P12-01'],
  params: { night: '2', noAbsence: '00' },
  when: all(codeIn('workingTimePattern', 'night'), not(all(absent, equals(field('absenceRate'), field('agreedEmploymentRate'))))),
  logic: {
    kind: 'record',
    hit: equals(field('unsocialHoursPay'), 0),
  },
  source: 'proposed',
  texts: {
    title: 'Nattarbete utan ob-ersättning',
    message: '{Fält:unsocialHoursPay}: ob-ersättning saknas trots nattarbete.',
    why: 'Nattarbete ger normalt ersättning för obekväm arbetstid.',
    howToFix: 'Du behöver inte göra något. Kontrollera gärna att tilläggen kommit med i exporten.',
  },
};
