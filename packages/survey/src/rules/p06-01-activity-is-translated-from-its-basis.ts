import { all, empty, filled } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ActivityCode is empty and activityBasis is filled. */
export const p0601ActivityIsTranslatedFromItsBasis: Rule = {
  id: 'P06-01',
  version: 1,
  status: 'active',
  severity: 'info',
  scope: 'record',
  fields: ['activityCode', 'activityBasis'],
  logic: { kind: 'record', hit: all(empty('activityCode'), filled('activityBasis')) },
  source: 'derived: S1',
  texts: {
    title: 'Verksamheten översätts',
    message: '{Fält:activityCode} är tomt. SKR översätter ert underlag i {fält:activityBasis} till verksamhetskod.',
    why: 'Ni har lämnat ert eget underlag i stället för verksamhetskod.',
    howToFix: 'Du behöver inte göra något.',
  },
};
