import { atLeast, codeIn, param, year } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The collection year is fromYear or later and employmentForm is code. */
export const p1603EmploymentFormFiveIsGone: Rule = {
  id: 'P16-03',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['employmentForm'],
  params: { code: '5', fromYear: 2017 },
  when: atLeast(year, param('fromYear')),
  logic: { kind: 'record', hit: codeIn('employmentForm', 'code') },
  source: 'found: S4',
  texts: {
    title: 'Anställningsform 5 är borttagen',
    message: '{Fält:employmentForm}: kod 5 har tagits bort eftersom anställningsformen upphörde den 1 december 2015. Välj en annan kod.',
    why: 'Anställningsformen upphörde den 1 december 2015 och koden används inte längre.',
    howToFix: 'Välj den anställningsform som gäller i dag.',
  },
};
