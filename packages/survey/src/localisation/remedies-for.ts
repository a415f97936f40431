import { proposalsFor } from '../proposals/proposals-for.ts';
import type { Proposal, Remedies } from '../remedy/remedy.ts';
import type { UsualGrowth } from '../remedy/usual-growth.ts';
import type { Validation } from '../validation/validation.ts';
import { hardRulesOf } from './hard-rules.ts';
import { localise } from './localise.ts';

/**
 * What can be done about a finding: what may have been meant by it, and where it is an error the smallest sets of fields that
 * mend its record. What a set says already is not said twice.
 * @param record 0-based
 */
export function remediesFor(validation: Validation, record: number, rule: string, growth: UsualGrowth): Remedies {
  const proposals = proposalsFor(validation, record, rule, growth);
  if (!isLocalised(validation, record, rule)) return { proposals };
  const localisation = localise(validation, record, growth);
  const said = new Set(localisation.sets.flatMap(({ ways }) => ways.map(spelled)));
  return { proposals: proposals.filter((one) => !said.has(spelled(one))), localisation };
}

/** Whether the finding is an error of a rule that localisation can use: a set mends no other. */
function isLocalised(validation: Validation, record: number, rule: string): boolean {
  const isError = validation.slots.some(
    (slot) => slot.rule.id === rule && slot.bits?.has(record) === true && (slot.severity === 'error' || slot.severity === 'fatal'),
  );
  if (!isError) return false;
  const { clauses, alone } = hardRulesOf(validation);
  return clauses.some((clause) => clause.rule === rule) || alone.some(({ slot }) => slot.rule.id === rule);
}

const spelled = ({ cells }: Proposal): string =>
  cells
    .map(({ variable, text }) => `${variable} ${text}`)
    .toSorted()
    .join('\n');
