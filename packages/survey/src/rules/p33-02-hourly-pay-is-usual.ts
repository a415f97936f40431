import { above, all, any, below, field, hourly, param } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Hourly, and hourlyPay is above 0 and below lower (90,00), or above upper (600,00). */
export const p3302HourlyPayIsUsual: Rule = {
  id: 'P33-02',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['hourlyPay', 'payForm'],
  suppressedBy: ['P33-01'],
  params: { lower: 9000, upper: 60000 },
  when: hourly,
  logic: {
    kind: 'record',
    hit: all(above(field('hourlyPay'), 0), any(below(field('hourlyPay'), param('lower')), above(field('hourlyPay'), param('upper')))),
  },
  source: 'proposed',
  texts: {
    title: 'Ovanlig timlön',
    message: '{Fält:hourlyPay}: {värde} kronor per timme är ovanligt. Skriv två decimaler, 015050 för 150,50. Rätta eller kommentera.',
    why: 'Mycket låg eller hög timlön beror ofta på att decimalerna saknas eller att månadslönen står i fältet.',
    howToFix: 'Kontrollera beloppet. Stämmer det kommenterar du det.',
  },
};
