import { above, field, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** HoursWorked > warnAbove (230,00); above errorAbove (720,00, all hours of November) the severity is FEL. */
export const p3402HoursFitInTheMonth: Rule = {
  id: 'P34-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  errorAbove: { field: 'hoursWorked', param: 'errorAbove' },
  scope: 'field',
  fields: ['hoursWorked'],
  params: { warnAbove: 23000, errorAbove: 72000 },
  logic: { kind: 'record', hit: above(field('hoursWorked'), param('warnAbove')) },
  source: 'proposed',
  texts: {
    title: 'Ovanligt många timmar',
    message: '{Fält:hoursWorked}: {värde} timmar på en månad är ovanligt. Kontrollera decimalerna. Rätta eller kommentera.',
    why: 'Så många timmar i en månad är ovanligt. Över 720 timmar är inte möjligt.',
    howToFix: 'Kontrollera decimalerna. Stämmer timmarna kommenterar du det.',
  },
};
