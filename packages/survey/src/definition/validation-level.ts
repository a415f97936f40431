import { lastYearNeed } from './logic-uses.ts';
import type { Rule } from './rule.ts';

/** ESS validation level: 0 the file's form, 1 the delivery alone, 2 earlier ones of the same unit, 3 other units', 4 other registers. */
type ValidationLevel = 0 | 1 | 2 | 3 | 4;

/** Follows from what the rule looks at; code lists and what is known of the unit itself are no other data. Of the process: none. */
export function validationLevelOf(rule: Rule): ValidationLevel | undefined {
  const { logic, when, needs = [] } = rule;
  if (logic.kind === 'process') return undefined;
  const asked = JSON.stringify([when, logic]);
  if (needs.includes('employerRegister') || needs.includes('codebook')) return 4;
  if (needs.includes('national') || asked.includes('"labelSalary"')) return 3;
  const asksOfLastYear = needs.includes('lastYear') || lastYearNeed(rule) !== undefined || asked.includes('"year":"last"');
  if (asksOfLastYear || needs.includes('earlierUploads')) return 2;
  return logic.kind === 'reading' && logic.fault !== 'emptyField' && logic.fault !== 'otherUnit' ? 0 : 1;
}
