import { empty, filled } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ActivityCode is empty and activityBasis is filled. */
export const p0601ActivityIsTranslatedFromItsBasis: Rule = {
  id: 'P06-01',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'record',
  fields: ['activityCode', 'activityBasis'],
  when: filled('activityBasis'),
  logic: { kind: 'record', hit: empty('activityCode') },
  source: 'derived: S1',
  texts: {
    title: 'Verksamheten översätts',
    message: '{Fält:activityCode} är tomt. SKR översätter ert underlag i {fält:activityBasis} till verksamhetskod.',
    why: 'Ni har lämnat ert eget underlag i stället för verksamhetskod.',
    howToFix: 'Du behöver inte göra något.',
  },
};
