import { codeIn, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Over the person's monthly records the sum of agreedEmploymentRate, less absenceRate where absenceReason is sameEmployerLeave, is above max (100,00 %). */
export const k03PersonWorksAtMostFullTime: Rule = {
  id: 'K-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['agreedEmploymentRate', 'personalNumber', 'payForm', 'absenceReason', 'absenceRate'],
  suppressedBy: ['K-01', 'K-02', 'K-04', 'P21-02', 'P21-03'],
  params: { max: 10000, sameEmployerLeave: '05' },
  logic: {
    kind: 'personSum',
    where: monthly,
    add: 'agreedEmploymentRate',
    subtract: 'absenceRate',
    subtractWhere: codeIn('absenceReason', 'sameEmployerLeave'),
  },
  source: 'proposed',
  texts: {
    title: 'Personen har mer än heltid',
    message: 'Personens anställningar är tillsammans {summa} procent. Rätta eller kommentera.',
    why: 'Personens anställningar är tillsammans mer än heltid.',
    howToFix: 'Rätta sysselsättningsgraden. Arbetar personen så mycket kommenterar du det.',
  },
};
