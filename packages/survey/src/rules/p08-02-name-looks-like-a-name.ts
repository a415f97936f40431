import { all, any, filled, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Name is filled and holds a digit, or no letter. */
export const p0802NameLooksLikeAName: Rule = {
  id: 'P08-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['name'],
  suppressedBy: ['P08-01'],
  logic: {
    kind: 'record',
    hit: all(filled('name'), any({ op: 'contains', field: 'name', what: 'digit' }, not({ op: 'contains', field: 'name', what: 'letter' }))),
  },
  source: 'proposed',
  texts: {
    title: 'Namnet ser inte ut som ett namn',
    message: '{Fält:name}: ”{värde}” ser inte ut att vara ett namn. Kontrollera att kolumnerna inte är förskjutna.',
    why: 'Siffror i namnfältet är ofta ett tecken på att kolumnerna har förskjutits.',
    howToFix: 'Kontrollera att kolumnerna ligger rätt i filen. Rätta namnet.',
  },
};
