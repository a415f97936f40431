import { above, all, equals, measure, measureLastYear } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** An organisationNumber of last year's delivery is on no record now. */
export const d16EveryEmployerOfLastYearIsThere: Rule = {
  id: 'D-16',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['organisationNumber'],
  needs: ['lastYear'],
  logic: {
    kind: 'aggregate',
    per: 'organisationNumber',
    measures: { records: { count: 'records' } },
    hit: all(above(measureLastYear('records'), 0), equals(measure('records'), 0)),
  },
  source: 'proposed',
  texts: {
    title: 'En arbetsgivare saknas',
    message: 'Arbetsgivaren {orgnr} {arbetsgivare} fanns med förra året men saknas nu. Komplettera filen eller kommentera.',
    why: 'Arbetsgivaren fanns i förra årets fil.',
    howToFix: 'Komplettera filen, eller kommentera varför arbetsgivaren saknas.',
  },
};
