import { age, all, atLeast, below, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Age is at least min and below warnBelow. */
export const p0708PersonIsOfSchoolAge: Rule = {
  id: 'P07-08',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['personalNumber'],
  suppressedBy: ['P07-01', 'P07-02', 'P07-03', 'P07-04', 'P07-06', 'P07-07'],
  params: { min: 13, warnBelow: 16 },
  logic: { kind: 'record', hit: all(atLeast(age, param('min')), below(age, param('warnBelow'))) },
  source: 'proposed',
  texts: {
    title: 'Personen är mycket ung',
    message: '{Fält:personalNumber}: personen är {ålder} år. Rätta numret eller kommentera.',
    why: 'Så unga personer har sällan en anställning. Numret kan vara fel.',
    howToFix: 'Kontrollera numret. Stämmer det kommenterar du.',
  },
};
