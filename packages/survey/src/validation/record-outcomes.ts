import { all, type Condition } from '../definition/condition.ts';
import { mayBeUnknown, surely } from '../definition/definite.ts';
import type { Outcome } from '../definition/rule-case.ts';
import type { MissingOperands, Rule } from '../definition/rule.ts';
import { compileCondition, compileMask } from './compile-condition.ts';
import { groupOperandsOf } from './group-operands.ts';
import { sectorTest } from './make-slots.ts';
import { operandsOf, type Asking, type Operand } from './operands.ts';
import { silences, type Slot } from './slot.ts';
import { noParams, type Test } from './surroundings.ts';
import type { Validation } from './validation.ts';

/** What a rule says of single records, of its slots taken together. Made ready when it is asked for: the findings need none of it. */
export function recordOutcomes(validation: Validation, rule: Rule, slots: readonly Slot[]): (record: number) => Outcome {
  const { around, table, groupTests } = validation;
  const { logic } = rule;
  const asksOfMisfits = logic.kind === 'reading' && logic.fault === 'fields';
  const isSilenced: Test = (record) => slots.some((slot) => slot.suppressors.some((other) => silences(other, slot, record)));
  const told = slots.flatMap((slot) => groupTests.get(slot)?.isTold ?? []);
  const isOfSector = sectorTest(rule, around);
  const match = 'match' in logic ? logic.match : 'any';
  const asking: Asking = { params: rule.params ?? noParams, around, match };
  const guard = guardOf(rule);
  const applies = guard ? compileCondition(guard, asking.params, around, match) : () => true;
  const isUnknown = anyOf((guard ? operandsOf(guard, asking) : []).map((operand) => operand.isUnknown));
  const operands = 'hit' in logic && logic.kind !== 'aggregate' ? operandsOf(logic.hit, asking) : groupOperandsOf(logic, around);
  const lacks = lacking(operands, rule.missing);
  const isSure = sureNotToHit(rule, asking);
  const isUnmatched: Test = logic.kind === 'panel' ? (record) => around.panel!.match(record, match) < 0 : () => false;
  return (record) => {
    if (slots.some(({ bits }) => bits!.has(record))) return 'fail';
    if (table.misfits.has(record) && !asksOfMisfits) return 'notEvaluable';
    if (isOfSector?.(record) === false) return 'notApplicable';
    if (!applies(record)) return isUnknown(record) ? 'notEvaluable' : 'notApplicable';
    const isJudged = !isSilenced(record) && !isUnmatched(record) && !lacks(record) && isSure(record) && told.every((test) => test(record));
    return isJudged ? 'pass' : 'notEvaluable';
  };
}

/** Where a rule is asked though something is missing, what cannot be had may still leave no answer. */
function sureNotToHit({ logic, missing = 'skipIfAnyMissing' }: Rule, { params, around, match }: Asking): Test {
  if (missing === 'skipIfAnyMissing' || logic.kind !== 'record' || !mayBeUnknown(logic.hit)) return () => true;
  const sure = compileMask(surely(logic.hit, false), params, around, { match, missing }).keep();
  return (record) => sure.has(record);
}

/** What a record must be for the rule to be asked of it. */
function guardOf({ when, logic }: Rule): Condition | undefined {
  const parts = [when, 'where' in logic ? logic.where : undefined].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : all(...parts);
}

/** Whether a record lacks so much of what the rule works with that there is no answer. */
function lacking(operands: readonly Operand[], missing: MissingOperands = 'skipIfAnyMissing'): Test {
  const isUnread = anyOf(operands.map((operand) => operand.isUnread));
  const areMissing = operands.map(({ isMissing }) => isMissing);
  if (missing === 'neverSkip') return isUnread;
  if (missing === 'skipIfAnyMissing') return anyOf([isUnread, ...areMissing]);
  return (record) => isUnread(record) || (areMissing.length > 0 && areMissing.every((test) => test(record)));
}

const anyOf =
  (tests: readonly Test[]): Test =>
  (record) =>
    tests.some((test) => test(record));
