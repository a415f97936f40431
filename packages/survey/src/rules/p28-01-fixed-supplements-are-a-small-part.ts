import { above, all, field, monthly, param, times } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Monthly, agreedFullTimeSalary > 0 and fixedSupplements is more than sharePct percent of it. */
export const p2801FixedSupplementsAreASmallPart: Rule = {
  id: 'P28-01',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'record',
  fields: ['fixedSupplements', 'payForm', 'agreedFullTimeSalary'],
  suppressedBy: ['P27-01', 'P27-05'],
  params: { sharePct: 30 },
  when: all(monthly, above(field('fixedSupplements'), 0)),
  logic: {
    kind: 'record',
    hit: all(
      above(field('agreedFullTimeSalary'), 0),
      above(times(100, field('fixedSupplements')), times(param('sharePct'), field('agreedFullTimeSalary'))),
    ),
  },
  source: 'proposed',
  texts: {
    title: 'Stora fasta tillägg',
    message: '{Fält:fixedSupplements}: tilläggen är mer än {gräns} procent av lönen. Rätta eller kommentera.',
    why: 'Fasta tillägg är sällan en stor del av lönen. Beloppet kan ha hamnat i fel fält.',
    howToFix: 'Kontrollera beloppet. Stämmer det kommenterar du det.',
  },
};
