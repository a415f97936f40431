import { equals, field, hourly } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Hourly, and hoursWorked = 0. */
export const p3401HourlyStaffHaveHours: Rule = {
  id: 'P34-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['hoursWorked', 'payForm'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  when: hourly,
  logic: { kind: 'record', hit: equals(field('hoursWorked'), 0) },
  source: 'derived (an hourly employee counts when hours were worked in the month)',
  texts: {
    title: 'Arbetade timmar saknas',
    message:
      '{Fält:hoursWorked}: timavlönade ska ha arbetade timmar i november. Ange timmarna, eller ta bort posten om personen inte har arbetat.',
    why: 'Timavlönade räknas när de har arbetat under november.',
    howToFix: 'Ange timmarna. Har personen inte arbetat ska posten inte vara med: ladda då upp en fil utan den.',
  },
};
