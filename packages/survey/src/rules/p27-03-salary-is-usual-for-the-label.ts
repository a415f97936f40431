import { above, all, any, below, field, monthly, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, and agreedFullTimeSalary is below p10Factor x P10 or above p90Factor x P90 of the label; P10 and P90 from last year's national material when it has at least minPersons persons, else mean_salary - 1.2816 x sd_salary and mean_salary + 1.2816 x sd_salary of aid_demo.csv or the administrator's table; neither: not evaluable. */
export const p2703SalaryIsUsualForTheLabel: Rule = {
  id: 'P27-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'reference',
  fields: ['agreedFullTimeSalary', 'aidLabel', 'payForm'],
  needs: ['national'],
  suppressedBy: ['P27-01', 'P27-02', 'P27-04', 'P27-05', 'P09-03'],
  params: { p10Factor: 0.7, p90Factor: 1.4, minPersons: 30 },
  when: monthly,
  logic: {
    kind: 'record',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      any(
        below(field('agreedFullTimeSalary'), times(param('p10Factor'), { labelSalary: 'p10' })),
        above(field('agreedFullTimeSalary'), times(param('p90Factor'), { labelSalary: 'p90' })),
      ),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Lönen avviker för etiketten',
    message:
      '{Fält:agreedFullTimeSalary}: {värde} kronor avviker från lönerna för {aid} {aidnamn} ({nedre}-{övre}). Rätta eller kommentera.',
    why: 'Lönen ligger långt från dem som har samma arbetsuppgifter. Lönen eller etiketten kan vara fel.',
    howToFix: 'Kontrollera lönen och etiketten. Stämmer båda kommenterar du det.',
  },
};
