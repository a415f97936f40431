import { lastYear, permanent, temporary } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Matched on employmentId, permanent last year and temporary now. */
export const y05PermanentStaffStayPermanent: Rule = {
  id: 'Y-05',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'panel',
  fields: ['employmentForm', 'personalNumber', 'employmentId'],
  needs: ['lastYear'],
  suppressedBy: ['P16-01', 'P16-02', 'P16-03'],
  when: lastYear(permanent),
  logic: {
    kind: 'panel',
    match: 'employmentId',
    hit: temporary,
    of: 'employmentForm',
  },
  source: 'proposed',
  texts: {
    title: 'Tillsvidare har blivit tidsbegränsad',
    message: '{Fält:employmentForm} var tillsvidare förra året men är nu tidsbegränsad. Rätta eller kommentera.',
    why: 'En anställning tills vidare blir sällan tidsbegränsad.',
    howToFix: 'Rätta anställningsformen, eller kommentera.',
  },
};
