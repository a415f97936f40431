import { inList, not } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** PayForm is empty or not in loneform.csv. */
export const p1701PayFormIsKnown: Rule = {
  id: 'P17-01',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'reference',
  fields: ['payForm'],
  suppressedBy: ['FIL-09', 'FIL-13'],
  logic: { kind: 'record', hit: not(inList('payForm', 'pay-forms')) },
  systematic: { cause: 'oneCodeEverywhere', field: 'payForm' },
  source: 'proposed',
  texts: {
    title: 'Löneform saknas eller är fel',
    message: '{Fält:payForm} saknas eller är fel. Ange månadslön, timlön eller arvode med förteckningens kod.',
    why: 'Löneformen avgör vilka uppgifter om lön och arbetstid som ska finnas.',
    howToFix: 'Ange månadslön, timlön eller arvode med förteckningens kod.',
  },
};
