import { all, type Condition } from '../definition/condition.ts';
import { fieldsOf } from '../definition/fields-of.ts';
import type { Rule } from '../definition/rule.ts';
import type { Variable } from '../definition/variable.ts';
import { validCodes } from '../validation/lists.ts';
import { sectorTest } from '../validation/make-slots.ts';
import type { Slot } from '../validation/slot.ts';
import type { Validation } from '../validation/validation.ts';
import { clausesOf } from './clauses-of.ts';
import { Unusable, type Compiling } from './compiling.ts';
import { clauseOf, type Clause, type Field, type Literal, type Problem } from './problem.ts';

/** What the hard rules of a delivery ask of each record. */
export interface HardRules extends Problem {
  /** Hard rules on records that could not be used, in the order of their ids. */
  readonly unused: readonly string[];
  /** Slots of hard rules that one field alone breaks, and the field: it must change. */
  readonly alone: readonly { readonly slot: Slot; readonly field: number }[];
}

const known = new WeakMap<Validation, HardRules>();

/** The hard rules as clauses: made ready once for a delivery, and asked of any record. */
export function hardRulesOf(validation: Validation): HardRules {
  const ready = known.get(validation) ?? makeReady(validation);
  known.set(validation, ready);
  return ready;
}

function makeReady(validation: Validation): HardRules {
  const { table, around } = validation;
  const hard = validation.slots.filter(({ severity, bits }) => bits !== undefined && (severity === 'error' || severity === 'fatal'));
  const conditions = hard.flatMap(({ rule }) => (rule.logic.kind === 'record' ? [rule.logic.hit] : []));
  const fields = table.columns.map(({ variable }) => fieldOf(variable, conditions, validation));
  const clauses: Clause[] = [];
  const unused: string[] = [];
  const alone: { slot: Slot; field: number }[] = [];
  for (const slot of hard) {
    const { rule } = slot;
    if (rule.logic.kind === 'reading') {
      if (slot.column !== undefined) alone.push({ slot, field: slot.column });
      continue;
    }
    const hit = hitOf(rule);
    const read = hit ? fieldsOf(hit) : [];
    try {
      if (!hit) throw new Unusable('not about one record');
      clauses.push(...clausesOfRule(slot, hit, { around, params: rule.params ?? {}, fields }));
    } catch (fault) {
      if (!(fault instanceof Unusable)) throw fault;
      unused.push(rule.id);
      if (read.length === 1) alone.push({ slot, field: table.indexOf[read[0]!]! });
    }
  }
  return { fields, clauses, unused: [...new Set(unused)].toSorted(), alone };
}

/** What hits, of the grave part where a rule has two severities; undefined for a rule that sees more than one record. */
function hitOf({ logic, when, errorAbove }: Rule): Condition | undefined {
  if (logic.kind !== 'record' || logic.unlessEmptyInFile !== undefined) return undefined;
  const grave: Condition[] = errorAbove
    ? [{ op: 'compare', left: { field: errorAbove.field }, sign: '>', right: { param: errorAbove.param } }]
    : [];
  return all(...(when ? [when] : []), logic.hit, ...grave);
}

function clausesOfRule({ rule }: Slot, hit: Condition, compiling: Compiling): Clause[] {
  const { around, fields } = compiling;
  const excuses: Literal[] = [];
  // A number that is missing makes the rule not evaluable, which is as good as kept.
  for (const field of comparedFields(hit)) {
    const place = around.table.indexOf[field]!;
    const one = fields[place]!;
    if (one.kind === 'number' && one.mayBeMissing) excuses.push({ is: 'missing', field: place });
  }
  const isFor = sectorTest(rule, around);
  if (isFor) {
    const unitCode = around.table.indexOf[around.roles.unitCode!]!;
    excuses.push({ is: 'known', fields: [unitCode], holds: (record) => !isFor(record), whenChanged: true });
  }
  return clausesOf(hit, false, compiling).map((literals) => clauseOf(rule.id, [...literals, ...excuses]));
}

/** Fields asked of otherwise than whether they are missing. */
function comparedFields(condition: Condition): string[] {
  if (condition.op === 'all' || condition.op === 'any') return [...new Set(condition.of.flatMap(comparedFields))];
  if (condition.op === 'not') return comparedFields(condition.of);
  return condition.op === 'empty' ? [] : fieldsOf(condition);
}

/** A number, one of few texts, or any text. */
function fieldOf(variable: Variable, conditions: readonly Condition[], { edition, around }: Validation): Field {
  const { id: name, form, length, unit } = variable;
  const { zeroIsMissing = true, signed = false } = edition.layout ?? {};
  if (form === 'N') {
    const greatest = unit === 'date' ? 99_991_231 : 10 ** length - 1;
    const mayBeMissing = zeroIsMissing ? {} : { mayBeMissing: true };
    return { kind: 'number', name, low: signed ? 0 - greatest : 0, high: greatest, isWhole: true, ...mayBeMissing };
  }
  const { unit: delivering, employers, codebook } = around.facts;
  const asked = conditions.flatMap((condition) => questionsTo(name, condition));
  const lists = new Set([
    ...(variable.codeList ? [variable.codeList] : []),
    ...asked.flatMap((one) => (one.op === 'inList' ? [one.list] : [])),
  ]);
  const texts = new Set([...lists].flatMap((list) => [...validCodes(list, around)]));
  const isAsked = (op: Condition['op']): boolean => asked.some((one) => one.op === op);
  // What the unit itself has registered is all there can be.
  const own =
    (isAsked('unitHasCode') ? delivering?.codes : undefined) ??
    (isAsked('unitHasDistrict') ? delivering?.districts : undefined) ??
    (isAsked('unitHasEmployer') ? employers?.map(({ organisationNumber }) => organisationNumber) : undefined) ??
    (isAsked('inCodebook') ? (codebook ?? undefined) : undefined);
  const possible = own ?? [...texts];
  return possible.length === 0 ? { kind: 'open', name } : { kind: 'codes', name, texts: ['', ...new Set(possible)] };
}

/** Conditions anywhere in a tree that ask of the text of a field. */
function questionsTo(field: string, condition: Condition): Condition[] {
  if (condition.op === 'all' || condition.op === 'any') return condition.of.flatMap((part) => questionsTo(field, part));
  if (condition.op === 'not' || condition.op === 'lastYear') return questionsTo(field, condition.of);
  return 'field' in condition && condition.field === field ? [condition] : [];
}
