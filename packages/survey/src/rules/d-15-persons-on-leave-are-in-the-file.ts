import { above, absent, any, equals, field, measure, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** More than minPersons monthly paid persons and no record is absent (absenceReason filled and not noAbsence, or absenceRate > 0). */
export const d15PersonsOnLeaveAreInTheFile: Rule = {
  id: 'D-15',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['payForm', 'absenceReason', 'absenceRate'],
  params: { minPersons: 100, noAbsence: '00' },
  logic: {
    kind: 'aggregate',
    measures: {
      persons: { count: 'persons', where: monthly },
      absent: { count: 'records', where: any(absent, above(field('absenceRate'), 0)) },
    },
    enough: above(measure('persons'), param('minPersons')),
    hit: equals(measure('absent'), 0),
  },
  source: 'derived: S16 (employees include persons on leave)',
  texts: {
    title: 'Inga lediga i filen',
    message: 'Inga lediga finns med. Hel- och delvis lediga ska ingå i filen. Komplettera filen eller kommentera.',
    why: 'Den som är ledig har kvar sin anställning och ska ingå.',
    howToFix: 'Kontrollera urvalet i exporten, eller kommentera.',
  },
};
