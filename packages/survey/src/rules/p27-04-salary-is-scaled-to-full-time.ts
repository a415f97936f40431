import { above, all, atLeast, atMost, below, field, minus, monthly, over, param, plus, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, 0 < agreedEmploymentRate < rateBelow (80,00 %), agreedFullTimeSalary is below the label's P10, and agreedFullTimeSalary / label median differs from agreedEmploymentRate / 10000 by at most tolerancePct percent of the latter; P10 and median from last year's national material when it has at least minPersons persons, else from the fallback of P27-03 with mean_salary as median; neither: not evaluable. */
export const p2704SalaryIsScaledToFullTime: Rule = {
  id: 'P27-04',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'reference',
  fields: ['agreedFullTimeSalary', 'aidLabel', 'payForm', 'agreedEmploymentRate'],
  needs: ['national'],
  suppressedBy: ['P27-01', 'P27-05', 'P21-02', 'P21-03', 'P09-03'],
  params: { rateBelow: 8000, tolerancePct: 5, minPersons: 30 },
  when: all(monthly, below(field('agreedEmploymentRate'), param('rateBelow'))),
  logic: {
    kind: 'record',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      above(field('agreedEmploymentRate'), 0),
      below(field('agreedFullTimeSalary'), { labelSalary: 'p10' }),
      atMost(
        times(100, over(field('agreedFullTimeSalary'), { labelSalary: 'median' })),
        times(over(field('agreedEmploymentRate'), 10000), plus(100, param('tolerancePct'))),
      ),
      atLeast(
        times(100, over(field('agreedFullTimeSalary'), { labelSalary: 'median' })),
        times(over(field('agreedEmploymentRate'), 10000), minus(100, param('tolerancePct'))),
      ),
    ),
  },
  systematic: {
    cause: 'notScaledToFullTime',
    field: 'agreedFullTimeSalary',
    do: 'scaleToFullTime',
    by: 'agreedEmploymentRate',
    among: all(
      monthly,
      above(field('agreedFullTimeSalary'), 0),
      above(field('agreedEmploymentRate'), 0),
      below(field('agreedEmploymentRate'), param('rateBelow')),
    ),
  },
  source: 'found: S12 (salaries are full-time values); test proposed',
  texts: {
    title: 'Lönen är inte uppräknad till heltid',
    message:
      '{Fält:agreedFullTimeSalary}: lönen verkar inte vara uppräknad till heltid. Ange heltidslönen även för deltidsanställda, eller kommentera.',
    why: 'Lönen i förhållande till vad som är vanligt är ungefär lika med sysselsättningsgraden. Då är det troligen den utbetalda lönen som står i fältet.',
    howToFix: 'Räkna upp lönen till heltid: dela den med sysselsättningsgraden.',
  },
};
