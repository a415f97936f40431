import { above, all, below, field } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmployedFrom is filled and before the day the person turned minAge. */
export const p1803EmploymentBeginsAtWorkingAge: Rule = {
  id: 'P18-03',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['employedFrom', 'personalNumber'],
  suppressedBy: ['P18-01', 'P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06', 'P07-07'],
  params: { minAge: 13 },
  logic: { kind: 'record', hit: all(above(field('employedFrom'), 0), below(field('employedFrom'), { dayTurned: 'minAge' })) },
  source: 'proposed',
  texts: {
    title: 'Anställd som barn',
    message: '{Fält:employedFrom}: anställningen börjar innan personen fyllt {gräns} år. Rätta datumet eller {fält:personalNumber}.',
    why: 'Startdagen ligger så tidigt att datumet eller personnumret måste vara fel.',
    howToFix: 'Kontrollera båda uppgifterna och rätta den som är fel.',
  },
};
