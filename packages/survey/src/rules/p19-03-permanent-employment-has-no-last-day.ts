import { above, all, equals, field, lastDay, not, param, permanent } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The record is permanent and employedTo is a date after lastDay and not openEnd. */
export const p1903PermanentEmploymentHasNoLastDay: Rule = {
  id: 'P19-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['employedTo', 'employmentForm'],
  suppressedBy: ['P19-01'],
  params: { openEnd: 99991231 },
  when: all(permanent, above(field('employedTo'), 0), not(equals(field('employedTo'), param('openEnd')))),
  logic: { kind: 'record', hit: above(field('employedTo'), lastDay) },
  source: 'proposed',
  texts: {
    title: 'Tillsvidareanställd med slutdatum',
    message: '{Fält:employedTo}: en tillsvidareanställning har slutdatum. Kontrollera {fält:employmentForm}. Rätta eller kommentera.',
    why: 'En anställning tills vidare har inget slutdatum, om den inte är uppsagd.',
    howToFix: 'Kontrollera anställningsformen och datumet, eller kommentera.',
  },
};
