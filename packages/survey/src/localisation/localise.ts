import { isUnread, noValue } from '../reading/encode-number.ts';
import { writtenNumber } from '../reading/written-number.ts';
import { textOf } from '../engine/table.ts';
import { cellCandidates } from '../proposals/cell-candidates.ts';
import type { Localisation, RemedySet } from '../remedy/remedy.ts';
import type { UsualGrowth } from '../remedy/usual-growth.ts';
import type { Validation } from '../validation/validation.ts';
import { fieldRemedy, type Knowledge } from './field-remedy.ts';
import { hardRulesOf, type HardRules } from './hard-rules.ts';
import { isTrue, type Case } from './problem.ts';
import { smallestSets, type FoundSet } from './smallest-sets.ts';
import { waysOf } from './ways.ts';
import { weightsOf } from './weights.ts';

/**
 * The smallest sets of fields whose change makes every usable hard rule of a record true, with what each may be changed to.
 * @param record 0-based
 */
export function localise(
  validation: Validation,
  record: number,
  growth: UsualGrowth,
  { costs = 1 }: { readonly costs?: number } = {},
): Localisation {
  const { table } = validation;
  const rules = hardRulesOf(validation);
  if (table.misfits.has(record)) return { record: record + 1, notLocalised: 'unreadable', sets: [], unusedRules: rules.unused };
  const one = caseOf(validation, rules, record);
  const { sets, notLocalised } = smallestSets(rules, one, { costs });
  const proposed = sets.flatMap((set) => remedySet(validation, rules, one, set, growth) ?? []);
  // A date between whose bounds no day lies mends nothing.
  const reason =
    notLocalised === 'nothingToSolve' && breaksUnused(validation, rules, record)
      ? 'ruleNotUsed'
      : (notLocalised ?? (proposed.length === 0 ? 'tooManyFields' : undefined));
  return {
    record: record + 1,
    ...(reason ? { notLocalised: reason } : {}),
    sets: proposed,
    unusedRules: rules.unused,
  };
}

/** Whether a hard rule on the record alone is broken, and is one that could not be used. */
const breaksUnused = ({ slots }: Validation, { unused }: HardRules, record: number): boolean =>
  slots.some(
    ({ rule, severity, bits }) =>
      (severity === 'error' || severity === 'fatal') &&
      rule.logic.kind === 'record' &&
      bits?.has(record) === true &&
      unused.includes(rule.id),
  );

/** The record as localisation sees it. */
const caseOf = (validation: Validation, rules: HardRules, record: number): Case => ({
  record,
  ...stateOf(validation, rules, record),
  weights: weightsOf(validation, record),
});

/** What stands in the record, and which fields must change whatever the clauses say. */
function stateOf({ table }: Validation, { fields, alone }: HardRules, record: number): Pick<Case, 'values' | 'mustChange'> {
  const values = table.columns.map((column, index) => {
    if (fields[index]!.kind !== 'number') return textOf(table, record, index);
    const value = column.values[record]!;
    return isUnread(value) || value === noValue ? undefined : value;
  });
  const unread = table.columns.flatMap((column, index) => (!column.dictionary && isUnread(column.values[record]!) ? [index] : []));
  const broken = alone.flatMap(({ slot, field }) => (slot.test!(record) ? [field] : []));
  return { values, mustChange: [...new Set([...unread, ...broken])] };
}

/** The set with what is known of each value; undefined when some field has no day left between its bounds. */
function remedySet(validation: Validation, rules: HardRules, one: Case, set: FoundSet, growth: UsualGrowth): RemedySet | undefined {
  const { table, around } = validation;
  const matched = around.panel ? around.panel.match(one.record, 'any') : -1;
  const swapped = swappedValues(validation, rules, one, set);
  const remedies = set.fields.map((index, place) => {
    const { variable } = table.columns[index]!;
    const knowledge: Knowledge = {
      before: textOf(table, one.record, index),
      candidates: [
        ...(swapped ? [{ mechanism: 'swapped' as const, text: swapped[place]! }] : []),
        ...cellCandidates(validation, one.record, variable.id, growth),
      ],
      lastYear: matched < 0 ? undefined : textOf(around.panel!.last.table, matched, index),
      isRight: (text) => keepsRulesWith(validation, rules, one, set, index, text),
      encode: (text) => table.encode(index, text),
      layout: validation.edition.layout,
    };
    return fieldRemedy(variable, set.allowed[place]!, knowledge);
  });
  const complete = remedies.flatMap((remedy) => remedy ?? []);
  if (complete.length < remedies.length) return undefined;
  return {
    cost: set.cost,
    fields: complete,
    ways: waysOf(validation, one.record, complete, () => isSolved(validation, rules, one.record)),
  };
}

/** Whether every usable hard rule is kept by the record as it stands. */
function isSolved(validation: Validation, rules: HardRules, record: number): boolean {
  const state = { record, weights: [], ...stateOf(validation, rules, record) };
  return state.mustChange.length === 0 && rules.clauses.every(({ any }) => any.some((literal) => isTrue(literal, state)));
}

/** The texts of two fields of one kind in each other's place, where that makes every rule true. */
function swappedValues(
  { table, edition }: Validation,
  { clauses, fields }: HardRules,
  one: Case,
  { fields: set }: FoundSet,
): readonly [string, string] | undefined {
  const [first, second] = set;
  if (first === undefined || second === undefined || set.length !== 2 || fields[first]!.kind !== fields[second]!.kind) return undefined;
  const [left, right] = [one.values[first], one.values[second]];
  if (left === undefined || right === undefined || left === right || fields[first]!.kind === 'open') return undefined;
  const written = (index: number, value: string | number): string =>
    typeof value === 'string' ? value : writtenNumber(value, table.columns[index]!.variable, edition.layout);
  const changed = { ...one, values: one.values.with(first, right).with(second, left) };
  return clauses.every(({ any }) => any.some((literal) => isTrue(literal, changed)))
    ? [written(first, right), written(second, left)]
    : undefined;
}

/** Whether an open field with another text keeps the rules that no other field of the set decides. */
function keepsRulesWith(validation: Validation, rules: HardRules, one: Case, { fields }: FoundSet, index: number, text: string): boolean {
  const others = fields.filter((field) => field !== index);
  return validation.supposing(one.record, index, text, () => {
    const supposed = { ...one, ...stateOf(validation, rules, one.record) };
    if (supposed.mustChange.includes(index)) return false;
    return rules.clauses.every(
      (clause) => clause.fields.some((field) => others.includes(field)) || clause.any.some((literal) => isTrue(literal, supposed)),
    );
  });
}
