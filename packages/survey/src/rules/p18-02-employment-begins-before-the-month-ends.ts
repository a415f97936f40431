import { above, field, lastDay } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmployedFrom is after lastDay (30 November of the collection year). */
export const p1802EmploymentBeginsBeforeTheMonthEnds: Rule = {
  id: 'P18-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['employedFrom'],
  suppressedBy: ['P18-01'],
  logic: { kind: 'record', hit: above(field('employedFrom'), lastDay) },
  source: 'proposed',
  texts: {
    title: 'Anställningen börjar efter november',
    message: '{Fält:employedFrom}: anställningen börjar efter mätmånaden november. Ta bort posten eller rätta datumet.',
    why: 'Statistiken gäller dem som är anställda i november.',
    howToFix: 'Rätta datumet. Börjar anställningen senare ska posten inte vara med: ladda då upp en fil utan den.',
  },
};
