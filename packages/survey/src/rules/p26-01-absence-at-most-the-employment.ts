import { above, all, any, field, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AbsenceRate > max (100,00 %), or agreedEmploymentRate > 0 and absenceRate > agreedEmploymentRate. */
export const p2601AbsenceAtMostTheEmployment: Rule = {
  id: 'P26-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['absenceRate', 'agreedEmploymentRate'],
  suppressedBy: ['P21-03'],
  params: { max: 10000 },
  when: above(field('absenceRate'), 0),
  missing: 'skipIfAllMissing',
  logic: {
    kind: 'record',
    hit: any(
      above(field('absenceRate'), param('max')),
      all(above(field('agreedEmploymentRate'), 0), above(field('absenceRate'), field('agreedEmploymentRate'))),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Frånvaron är större än anställningen',
    message: '{Fält:absenceRate} är större än anställningens omfattning. Rätta värdet.',
    why: 'Den som är ledig kan inte vara borta mer än anställningen omfattar.',
    howToFix: 'Ange ledighetens del av heltid, högst lika stor som sysselsättningsgraden.',
  },
};
