import { above, absent, all, any, equals, field, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Absent (absenceReason filled and not noAbsence) and absenceRate = 0, or not absent and absenceRate > 0. */
export const p2302AbsenceHasReasonAndExtent: Rule = {
  id: 'P23-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['absenceReason', 'absenceRate'],
  suppressedBy: ['P23-01'],
  params: { noAbsence: '00' },
  when: any(absent, above(field('absenceRate'), 0)),
  logic: { kind: 'record', hit: any(all(absent, equals(field('absenceRate'), 0)), all(not(absent), above(field('absenceRate'), 0))) },
  source: 'proposed',
  texts: {
    title: 'Frånvaro utan orsak eller omfattning',
    message:
      '{Fält:absenceReason} och {fält:absenceRate}: frånvaro ska ha både orsak och omfattning. Fyll i det som saknas eller kommentera.',
    why: 'Frånvaro ska ha både orsak och omfattning.',
    howToFix: 'Fyll i det som saknas, eller kommentera.',
  },
};
