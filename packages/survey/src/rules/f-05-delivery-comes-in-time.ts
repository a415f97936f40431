import type { Rule } from '../definition/rule.ts';

/** At submission, today (Europe/Stockholm) is after the unit's dueOn, a granted extension counted, and the period is still open. */
export const f05DeliveryComesInTime: Rule = {
  id: 'F-05',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: [],
  needs: ['period'],
  logic: { kind: 'process', asks: 'late' },
  source: 'derived: S2, S19',
  texts: {
    title: 'Sista dag har passerat',
    message: 'Sista dag var {datum}. Lämna in så snart som möjligt och kommentera, eller begär uppskov.',
    why: 'Statistiken väntar på er inlämning.',
    howToFix: 'Lämna in så snart som möjligt och kommentera, eller begär uppskov.',
  },
};
