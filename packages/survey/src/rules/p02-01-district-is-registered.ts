import { any, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** DistrictCode is filled and the unit is a region, or the value is not among the districts registered for the unit (no registered districts: every value hits). */
export const p0201DistrictIsRegistered: Rule = {
  id: 'P02-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'reference',
  fields: ['districtCode'],
  needs: ['unit'],
  when: filled('districtCode'),
  logic: {
    kind: 'record',
    hit: any({ op: 'unitIs', kinds: ['region'] }, not({ op: 'unitHasDistrict', field: 'districtCode' })),
  },
  source: 'derived: S1',
  texts: {
    title: 'Okänd stadsdel',
    message: '{Fält:districtCode}: {värde} är okänd för er enhet. Lämna fältet tomt om ni inte redovisar stadsdelar.',
    why: 'Stadsdelen är inte registrerad för er enhet, och regioner har inga.',
    howToFix: 'Lämna fältet tomt om ni inte redovisar stadsdelar. Annars kommenterar ni vilken stadsdel det är.',
  },
};
