import { empty } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** EmploymentForm is empty. */
export const p1601EmploymentFormIsGiven: Rule = {
  id: 'P16-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['employmentForm'],
  suppressedBy: ['FIL-13'],
  logic: { kind: 'record', hit: empty('employmentForm') },
  source: 'found: S4',
  texts: {
    title: 'Anställningsform saknas',
    message: '{Fält:employmentForm} saknas. Ange en kod ur årets förteckning.',
    why: 'Anställningsformen skiljer tillsvidareanställda från tidsbegränsade.',
    howToFix: 'Ange en kod ur årets förteckning.',
  },
};
