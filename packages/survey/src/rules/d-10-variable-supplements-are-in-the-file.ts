import { above, all, equals, measure, monthly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** More than minPersons monthly paid persons, and unsocialHoursPay, onCallDutyPay, standbyPay and otherVariablePay are 0 in every record. */
export const d10VariableSupplementsAreInTheFile: Rule = {
  id: 'D-10',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['payForm', 'unsocialHoursPay', 'onCallDutyPay', 'standbyPay', 'otherVariablePay'],
  params: { minPersons: 50 },
  logic: {
    kind: 'aggregate',
    measures: {
      persons: { count: 'persons', where: monthly },
      supplements: { sum: ['unsocialHoursPay', 'onCallDutyPay', 'standbyPay', 'otherVariablePay'] },
      unread: { count: 'unread', fields: ['unsocialHoursPay', 'onCallDutyPay', 'standbyPay', 'otherVariablePay'] },
    },
    enough: all(above(measure('persons'), param('minPersons')), equals(measure('unread'), 0)),
    hit: equals(measure('supplements'), 0),
  },
  source: 'found as a real defect: S12',
  texts: {
    title: 'Rörliga tillägg saknas',
    message: 'Rörliga tillägg (fält 29-32) saknas i hela filen. Kontrollera exporten eller kommentera.',
    why: 'Nästan alla enheter har någon med ob, jour, beredskap eller andra tillägg.',
    howToFix: 'Kontrollera exporten, eller kommentera.',
  },
};
