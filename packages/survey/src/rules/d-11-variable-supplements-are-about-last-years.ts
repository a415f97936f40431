import { above, abs, measure, measureLastYear, minus, monthly, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** The sum of fields 29-32 over all records, divided by the sum of agreedEmploymentRate / 10000 over monthly records, has changed by more than changePct percent since last year (last year 0: not evaluable). */
export const d11VariableSupplementsAreAboutLastYears: Rule = {
  id: 'D-11',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['payForm', 'agreedEmploymentRate', 'unsocialHoursPay', 'onCallDutyPay', 'standbyPay', 'otherVariablePay'],
  needs: ['lastYear'],
  suppressedBy: ['D-10'],
  params: { changePct: 40 },
  logic: {
    kind: 'aggregate',
    measures: {
      supplements: { sum: ['unsocialHoursPay', 'onCallDutyPay', 'standbyPay', 'otherVariablePay'] },
      rates: { sum: ['agreedEmploymentRate'], where: monthly },
    },
    enough: above(measureLastYear('supplements'), 0),
    hit: above(
      times(
        100,
        abs(minus(times(measure('supplements'), measureLastYear('rates')), times(measureLastYear('supplements'), measure('rates')))),
      ),
      times(param('changePct'), times(measureLastYear('supplements'), measure('rates'))),
    ),
    gaps: { procent: { change: 'supplements', per: 'rates' } },
  },
  source: 'found as a real defect: S12',
  texts: {
    title: 'Rörliga tillägg har ändrats mycket',
    message:
      'Rörliga tillägg (fält 29-32) per heltid har ändrats {procent} procent. Beloppen ska bara avse november. Rätta eller kommentera.',
    why: 'Beloppen ska bara avse november. Har fler månader kommit med blir de för stora.',
    howToFix: 'Kontrollera perioden i exporten, eller kommentera.',
  },
};
