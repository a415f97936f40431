import { above, all, any, equals, field } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Exactly one of standbyPay and standbyHours is above 0. */
export const p3101StandbyHasPayAndHours: Rule = {
  id: 'P31-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['standbyPay', 'standbyHours'],
  when: any(above(field('standbyPay'), 0), above(field('standbyHours'), 0)),
  logic: {
    kind: 'record',
    hit: any(
      all(above(field('standbyPay'), 0), equals(field('standbyHours'), 0)),
      all(equals(field('standbyPay'), 0), above(field('standbyHours'), 0)),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Beredskap utan timmar eller ersättning',
    message: '{Fält:standbyPay} och {fält:standbyHours} ska följas åt. Fyll i det som saknas eller kommentera.',
    why: 'Ersättning för beredskap och timmar ska följas åt.',
    howToFix: 'Fyll i det som saknas, eller kommentera.',
  },
};
