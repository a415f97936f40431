import { all, empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ActivityCode and activityBasis are both empty. */
export const p0501ActivityIsGiven: Rule = {
  id: 'P05-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'record',
  fields: ['activityCode', 'activityBasis'],
  suppressedBy: ['FIL-13'],
  logic: { kind: 'record', hit: all(empty('activityCode'), empty('activityBasis')) },
  source: 'found: S1, S4',
  texts: {
    title: 'Verksamhet saknas',
    message: '{Fält:activityCode} saknas. Ange verksamhetskod enligt årets förteckning, eller ett underlag i {fält:activityBasis}.',
    why: 'Personalen redovisas per verksamhet. Utan kod eller underlag går det inte att göra.',
    howToFix: 'Ange verksamhetskoden, eller ett lokalt underlag som kan översättas.',
  },
};
