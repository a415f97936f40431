import { above, all, field, monthly, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, agreedFullTimeSalary > 0 and otherVariablePay is more than sharePct percent of it. */
export const p3201OtherSupplementsAreLessThanTheSalary: Rule = {
  id: 'P32-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['otherVariablePay', 'payForm', 'agreedFullTimeSalary'],
  suppressedBy: ['P27-01', 'P27-05'],
  params: { sharePct: 100 },
  when: all(monthly, above(field('otherVariablePay'), 0)),
  logic: {
    kind: 'record',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      above(times(100, field('otherVariablePay')), times(param('sharePct'), field('agreedFullTimeSalary'))),
    ),
  },
  source: 'proposed (excessive variable pay was a real problem, S12)',
  texts: {
    title: 'Tilläggen är större än lönen',
    message:
      '{Fält:otherVariablePay}: tilläggen är större än lönen. Kontrollera att retroaktiv lön eller övertid inte har räknats med. Rätta eller kommentera.',
    why: 'Så stora tillägg är ofta retroaktiv lön eller övertid, som inte ska vara med.',
    howToFix: 'Ta bort det som inte hör hit. Stämmer beloppet kommenterar du det.',
  },
};
