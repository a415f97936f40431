import { above, all, field, monthly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** A label has at least minPersons monthly persons with agreedFullTimeSalary > 0 and more than sharePct percent of them have the same salary. */
export const k10SalariesOfALabelVary: Rule = {
  id: 'K-10',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['agreedFullTimeSalary', 'aidLabel', 'payForm'],
  params: { minPersons: 20, sharePct: 80 },
  logic: {
    kind: 'sameValueInGroup',
    by: 'aidLabel',
    of: 'agreedFullTimeSalary',
    where: all(monthly, above(field('agreedFullTimeSalary'), 0)),
  },
  source: 'proposed',
  texts: {
    title: 'Många har exakt samma lön',
    message:
      '{Fält:agreedFullTimeSalary}: {antal} personer i {aid} {aidnamn} har exakt samma lön. Är det en tariff? Rätta eller kommentera.',
    why: 'Lönerna sätts individuellt. Samma lön för nästan alla kan vara ett reservvärde.',
    howToFix: 'Kontrollera lönerna. Är det en tariff kommenterar du.',
  },
};
