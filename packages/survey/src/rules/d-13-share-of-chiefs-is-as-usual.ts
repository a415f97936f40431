import {
  above,
  abs,
  all,
  any,
  atLeast,
  below,
  codeIn,
  measure,
  measureLastYear,
  minus,
  monthly,
  param,
  times,
} from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Of at least minRecords monthly records the share with responsibilityCode in codes is below lowerPct or above upperPct percent, or has changed by more than changePoints percentage points since last year (that part is left out when there is no last year). */
export const d13ShareOfChiefsIsAsUsual: Rule = {
  id: 'D-13',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: ['responsibilityCode', 'payForm'],
  params: { codes: 'A|B|C', lowerPct: 2, upperPct: 9, changePoints: 1.5, minRecords: 100 },
  logic: {
    kind: 'aggregate',
    measures: {
      monthly: { count: 'records', where: monthly },
      chiefs: { count: 'records', where: all(monthly, codeIn('responsibilityCode', 'codes')) },
    },
    enough: atLeast(measure('monthly'), param('minRecords')),
    hit: any(
      below(times(measure('chiefs'), 100), times(param('lowerPct'), measure('monthly'))),
      above(times(measure('chiefs'), 100), times(param('upperPct'), measure('monthly'))),
      above(
        times(100, abs(minus(times(measure('chiefs'), measureLastYear('monthly')), times(measureLastYear('chiefs'), measure('monthly'))))),
        times(param('changePoints'), times(measure('monthly'), measureLastYear('monthly'))),
      ),
    ),
    gaps: { procent: { share: 'chiefs', of: 'monthly' } },
  },
  source: 'proposed',
  texts: {
    title: 'Andelen chefer är ovanlig',
    message: 'Andelen chefer är {procent} procent. Kontrollera ansvarskoderna. Rätta eller kommentera.',
    why: 'Mellan två och nio procent av de månadsavlönade är normalt chefer.',
    howToFix: 'Kontrollera ansvarskoderna, eller kommentera.',
  },
};
