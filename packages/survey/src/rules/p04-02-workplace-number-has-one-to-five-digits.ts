import { any, codeIn, digits, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** WorkplaceNumber is filled and is not one to five digits, or all its digits are 0. */
export const p0402WorkplaceNumberHasOneToFiveDigits: Rule = {
  id: 'P04-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['workplaceNumber'],
  suppressedBy: ['FIL-09'],
  when: filled('workplaceNumber'),
  logic: {
    kind: 'record',
    hit: any(not(digits('workplaceNumber', 1, 5)), codeIn('workplaceNumber', '0|00|000|0000|00000')),
  },
  source: 'found: S1',
  texts: {
    title: 'Arbetsställenumret har fel form',
    message: '{Fält:workplaceNumber}: {värde} är inte ett giltigt arbetsställenummer. Ange ett till fem siffror.',
    why: 'Numret ska vara detsamma som i arbetsgivardeklarationen.',
    howToFix: 'Ange ett till fem siffror.',
  },
};
