import { empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** WorkplaceNumber is empty. */
export const p0401WorkplaceNumberIsGiven: Rule = {
  id: 'P04-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['workplaceNumber'],
  logic: { kind: 'record', hit: empty('workplaceNumber') },
  source: 'found: S1',
  texts: {
    title: 'Arbetsställenummer saknas',
    message: '{Fält:workplaceNumber} saknas. Ange samma nummer som i arbetsgivardeklarationen.',
    why: 'Arbetsstället behövs för att fördela personalen geografiskt och för att jämföra verksamheter.',
    howToFix: 'Ange samma nummer som i arbetsgivardeklarationen, eller kommentera varför det saknas.',
  },
};
