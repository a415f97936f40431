import { above, absent, all, any, below, equals, field, firstDay, lastDay, not, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Absent (absenceReason filled and not noAbsence) and (absenceFrom is 0 or no calendar date or after lastDay, or absenceTo is neither 0 nor openEnd and is no calendar date or before absenceFrom or before firstDay), or not absent and absenceFrom or absenceTo is above 0. absenceTo 0 means that the leave goes on. */
export const p2401AbsencePeriodIsWhole: Rule = {
  id: 'P24-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['absenceFrom', 'absenceTo', 'absenceReason'],
  suppressedBy: ['P23-01'],
  params: { noAbsence: '00', openEnd: 99991231, minYear: 1900, maxYear: 2100 },
  when: any(absent, above(field('absenceFrom'), 0), above(field('absenceTo'), 0)),
  missing: 'skipIfAllMissing',
  logic: {
    kind: 'record',
    hit: any(
      all(
        absent,
        any(
          equals(field('absenceFrom'), 0),
          not({ op: 'day', field: 'absenceFrom' }),
          above(field('absenceFrom'), lastDay),
          all(
            above(field('absenceTo'), 0),
            not(equals(field('absenceTo'), param('openEnd'))),
            any(
              not({ op: 'day', field: 'absenceTo' }),
              below(field('absenceTo'), field('absenceFrom')),
              below(field('absenceTo'), firstDay),
            ),
          ),
        ),
      ),
      all(not(absent), any(above(field('absenceFrom'), 0), above(field('absenceTo'), 0))),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Frånvaroperioden är ofullständig',
    message:
      '{Fält:absenceFrom} och {fält:absenceTo}: perioden är ofullständig, saknar orsak eller ligger utanför november. Rätta eller kommentera.',
    why: 'Perioden ska ha en orsak, en första dag och ligga i november.',
    howToFix: 'Rätta datumen eller orsaken, eller kommentera. Pågår frånvaron lämnar du slutdatumet tomt.',
  },
};
