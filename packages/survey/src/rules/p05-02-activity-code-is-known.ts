import { filled, inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** ActivityCode is filled and not in the activity list of the unit type and year (kommun and kommunalförbund: verksamhetskod_kommun.csv; region: verksamhetskod_region.csv, placeholder codes until VI 2000 is loaded). */
export const p0502ActivityCodeIsKnown: Rule = {
  id: 'P05-02',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['activityCode'],
  needs: ['unit'],
  suppressedBy: ['FIL-09'],
  when: filled('activityCode'),
  logic: { kind: 'record', hit: not(inList('activityCode', 'activity-codes')) },
  systematic: { cause: 'oneCodeEverywhere', field: 'activityCode' },
  source: 'found: S1',
  texts: {
    title: 'Okänd verksamhetskod',
    message: '{Fält:activityCode}: verksamhetskoden {värde} finns inte i årets förteckning. Rätta koden.',
    why: 'Koden måste finnas i årets förteckning för er typ av enhet.',
    howToFix: 'Rätta koden. Har verksamheten fått en ny kod i år behöver den ändras i lönesystemet.',
  },
};
