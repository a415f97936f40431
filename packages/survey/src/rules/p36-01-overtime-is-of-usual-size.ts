import { above, field, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** OvertimeHours > warnAbove (100,00). */
export const p3601OvertimeIsOfUsualSize: Rule = {
  id: 'P36-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['overtimeHours'],
  params: { warnAbove: 10000 },
  logic: { kind: 'record', hit: above(field('overtimeHours'), param('warnAbove')) },
  source: 'proposed',
  texts: {
    title: 'Mycket övertid',
    message: '{Fält:overtimeHours}: {värde} övertidstimmar på en månad är ovanligt. Rätta eller kommentera.',
    why: 'Så många övertidstimmar på en månad är ovanligt.',
    howToFix: 'Kontrollera decimalerna. Stämmer timmarna kommenterar du.',
  },
};
