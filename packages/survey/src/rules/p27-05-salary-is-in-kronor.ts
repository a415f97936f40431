import { above, field, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** AgreedFullTimeSalary > max. */
export const p2705SalaryIsInKronor: Rule = {
  id: 'P27-05',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'field',
  fields: ['agreedFullTimeSalary'],
  suppressedBy: ['FIL-09', 'FIL-10', 'FIL-11'],
  params: { max: 1000000 },
  logic: { kind: 'record', hit: above(field('agreedFullTimeSalary'), param('max')) },
  systematic: { cause: 'timesHundred', field: 'agreedFullTimeSalary', do: 'over100' },
  source: 'proposed',
  texts: {
    title: 'Lönen verkar vara i ören',
    message: '{Fält:agreedFullTimeSalary}: {värde} kronor verkar vara i ören. Ange hela kronor.',
    why: 'Fältet rymmer hela kronor. Ett mycket stort belopp är nästan alltid i ören.',
    howToFix: 'Ta bort de två sista siffrorna.',
  },
};
