import { above, all, any, equals, field } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Exactly one of onCallDutyPay and onCallHours is above 0. */
export const p3001OnCallDutyHasPayAndHours: Rule = {
  id: 'P30-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['onCallDutyPay', 'onCallHours'],
  when: any(above(field('onCallDutyPay'), 0), above(field('onCallHours'), 0)),
  logic: {
    kind: 'record',
    hit: any(
      all(above(field('onCallDutyPay'), 0), equals(field('onCallHours'), 0)),
      all(equals(field('onCallDutyPay'), 0), above(field('onCallHours'), 0)),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Jour utan timmar eller ersättning',
    message: '{Fält:onCallDutyPay} och {fält:onCallHours} ska följas åt. Fyll i det som saknas eller kommentera.',
    why: 'Jourersättning och jourtimmar ska följas åt.',
    howToFix: 'Fyll i det som saknas, eller kommentera.',
  },
};
