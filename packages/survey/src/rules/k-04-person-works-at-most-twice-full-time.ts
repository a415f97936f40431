import { codeIn, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The sum of K-03 (same sameEmployerLeave) is above max (200,00 %). */
export const k04PersonWorksAtMostTwiceFullTime: Rule = {
  id: 'K-04',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'group',
  fields: ['agreedEmploymentRate', 'personalNumber', 'payForm', 'absenceReason', 'absenceRate'],
  suppressedBy: ['K-01', 'K-02', 'P21-02', 'P21-03'],
  params: { max: 20000, sameEmployerLeave: '05' },
  logic: {
    kind: 'personSum',
    where: monthly,
    add: 'agreedEmploymentRate',
    subtract: 'absenceRate',
    subtractWhere: codeIn('absenceReason', 'sameEmployerLeave'),
  },
  source: 'proposed',
  texts: {
    title: 'Personen har mer än dubbel heltid',
    message: 'Personens anställningar är tillsammans {summa} procent. Ta bort dubbletter eller rätta sysselsättningsgraden.',
    why: 'Så mycket kan ingen arbeta. Raderna är troligen dubbletter.',
    howToFix: 'Rätta sysselsättningsgraden, eller ladda upp en fil utan dubbletterna.',
  },
};
