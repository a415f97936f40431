import { above, all, field, monthly, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, agreedFullTimeSalary > 0, agreedEmploymentRate > 0 and unsocialHoursPay is more than sharePct percent of agreedFullTimeSalary x agreedEmploymentRate / 10000. Hourly records are not tested. */
export const p2901UnsocialHoursPayIsOfTheMonth: Rule = {
  id: 'P29-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['unsocialHoursPay', 'payForm', 'agreedEmploymentRate', 'agreedFullTimeSalary'],
  suppressedBy: ['P21-01', 'P21-03', 'P27-01', 'P27-05'],
  params: { sharePct: 50 },
  when: all(monthly, above(field('unsocialHoursPay'), 0)),
  logic: {
    kind: 'record',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      above(field('agreedEmploymentRate'), 0),
      above(
        times(1000000, field('unsocialHoursPay')),
        times(param('sharePct'), times(field('agreedFullTimeSalary'), field('agreedEmploymentRate'))),
      ),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Stor ob-ersättning',
    message: '{Fält:unsocialHoursPay}: ob-ersättningen är ovanligt stor. Beloppet ska bara avse mätmånaden. Rätta eller kommentera.',
    why: 'Ersättningen ska bara gälla november. Ett stort belopp kan vara flera månaders.',
    howToFix: 'Kontrollera beloppet. Stämmer det kommenterar du det.',
  },
};
