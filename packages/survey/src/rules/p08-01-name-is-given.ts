import { empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Name is empty (the file has no mark for protected persons, so these are explained with the ready-made comment "skyddade personuppgifter"). */
export const p0801NameIsGiven: Rule = {
  id: 'P08-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'field',
  fields: ['name'],
  logic: { kind: 'record', hit: empty('name') },
  source: 'derived: S1',
  texts: {
    title: 'Namn saknas',
    message: '{Fält:name} saknas. Namnet behövs i granskningen. Fyll i det, eller kommentera att personen har skyddade personuppgifter.',
    why: 'Namnet behövs när vi frågar om en post. Det ingår inte i statistiken.',
    howToFix: 'Fyll i namnet. Har personen skyddade personuppgifter väljer du den färdiga kommentaren.',
  },
};
