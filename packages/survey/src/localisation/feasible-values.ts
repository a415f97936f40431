import { boundOf, fieldsOf, isTrue, type Case, type Clause, type Linear, type Literal, type Problem, type Steps } from './problem.ts';
import { feasibleNumbers, type Bound } from './feasible-numbers.ts';
import { union, type Range } from './ranges.ts';

/** What a field of a set may be, given that the others of the set may change too. */
export type Allowed =
  | { readonly kind: 'codes'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly ranges: readonly Range[]; readonly mayBeMissing: boolean }
  | { readonly kind: 'open' };

/** What is tried for a field: texts that no literal tells apart, or that the number is missing or there. */
type Choice = { readonly texts: readonly string[] } | { readonly isMissing: boolean };

const groupings = new WeakMap<Problem, (readonly Choice[] | undefined)[]>();

/**
 * What the fields of a set may be so that every clause is true while all other fields stand; undefined when nothing does.
 * Every choice of codes is tried (texts that no clause tells apart count as one), with intervals or a linear programme for numbers.
 * @throws OutOfTime
 */
export function feasibleValues(problem: Problem, one: Case, set: readonly number[], steps: Steps): readonly Allowed[] | undefined {
  const open = openClauses(problem, one, set, steps);
  if (!open) return undefined;
  const chosen = set.filter((field) => problem.fields[field]!.kind === 'codes' || mayBeMissing(problem, field));
  const numbers = set.filter((field) => problem.fields[field]!.kind === 'number');
  const values = [...one.values];
  const taken = set.map(() => new Set<string>());
  const ranges = set.map((): Range[] => []);
  const missing = new Set<number>();
  let isFeasible = false;
  const choose = (place: number, chosenSoFar: readonly Choice[]): void => {
    if (place < chosen.length) {
      for (const choice of choicesFor(problem, chosen[place]!)) {
        steps.take(1);
        values[chosen[place]!] = 'texts' in choice ? choice.texts[0]! : undefined;
        choose(place + 1, [...chosenSoFar, choice]);
      }
      return;
    }
    const lacking = new Set(chosen.filter((_, index) => isMissingIn(chosenSoFar[index]!)));
    const found = numbersFor(problem, open, { ...one, values }, numbers, lacking, steps);
    if (!found) return;
    isFeasible = true;
    for (const [index, field] of chosen.entries()) {
      const choice = chosenSoFar[index]!;
      if ('texts' in choice) for (const text of choice.texts) taken[set.indexOf(field)]!.add(text);
      else if (choice.isMissing) missing.add(field);
    }
    for (const [field, allowed] of found) ranges[set.indexOf(field)]!.push(...allowed);
  };
  choose(0, []);
  if (!isFeasible) return undefined;
  return set.map((number, place): Allowed => {
    const field = problem.fields[number]!;
    if (field.kind === 'open') return { kind: 'open' };
    if (field.kind === 'codes') return { kind: 'codes', texts: field.texts.filter((text) => taken[place]!.has(text)) };
    return { kind: 'number', ranges: union(ranges[place]!, field.isWhole), mayBeMissing: missing.has(number) };
  });
}

const isMissingIn = (choice: Choice): boolean => 'isMissing' in choice && choice.isMissing;

const mayBeMissing = ({ fields }: Problem, field: number): boolean => {
  const one = fields[field]!;
  return one.kind === 'number' && one.mayBeMissing === true;
};

/** Clauses that the fields of the set decide, without what the other fields make false; undefined when one cannot be met. */
function openClauses({ clauses }: Problem, one: Case, set: readonly number[], steps: Steps): Literal[][] | undefined {
  const isIn = (field: number): boolean => set.includes(field);
  const open: Literal[][] = [];
  for (const clause of clauses) {
    steps.take(1);
    if (!clause.fields.some(isIn)) continue;
    const left = stillOpen(clause, one, isIn);
    if (!left) continue;
    if (left.length === 0) return undefined;
    open.push(left);
  }
  return open;
}

/** Literals that fields of the set decide; undefined when the clause is true whatever they are. */
function stillOpen(clause: Clause, one: Case, isIn: (field: number) => boolean): Literal[] | undefined {
  const left: Literal[] = [];
  for (const literal of clause.any) {
    if (!fieldsOf(literal).some(isIn)) {
      if (isTrue(literal, one)) return undefined;
    } else if (literal.is === 'known') {
      if (literal.whenChanged) return undefined;
    } else if (literal.is === 'linear' && literal.known?.fields.some(isIn) === true) return undefined;
    else left.push(literal);
  }
  return left;
}

function choicesFor(problem: Problem, field: number): readonly Choice[] {
  if (problem.fields[field]!.kind === 'number') return [{ isMissing: false }, { isMissing: true }];
  const known = groupings.get(problem) ?? [];
  groupings.set(problem, known);
  return (known[field] ??= alikeTexts(problem, field));
}

/** The texts of a field, those together of which every literal says the same. */
function alikeTexts({ clauses, fields }: Problem, number: number): Choice[] {
  const field = fields[number]!;
  if (field.kind !== 'codes') return [];
  const literals = clauses.flatMap(({ any }) => any);
  const asked = literals.flatMap((literal) => (literal.is === 'text' && literal.field === number ? [literal] : []));
  const added = literals.flatMap((literal) => (literal.is === 'linear' && literal.plus?.field === number ? [literal.plus] : []));
  const groups = new Map<string, string[]>();
  for (const text of field.texts) {
    const key = [...asked.map(({ test }) => (test(text) ? 1 : 0)), ...added.map(({ of }) => of(text))].join(' ');
    const group = groups.get(key);
    if (group) group.push(text);
    else groups.set(key, [text]);
  }
  return [...groups.values()].map((texts) => ({ texts }));
}

/** Ranges of the numbers once the codes are chosen; undefined when some clause has nothing left. */
function numbersFor(
  problem: Problem,
  open: readonly (readonly Literal[])[],
  one: Case,
  numbers: readonly number[],
  lacking: ReadonlySet<number>,
  steps: Steps,
): ReadonlyMap<number, readonly Range[]> | undefined {
  const there = numbers.filter((field) => !lacking.has(field));
  const clauses: Bound[][] = [];
  for (const literals of open) {
    steps.take(1);
    const left: Bound[] = [];
    let isMet = false;
    for (const literal of literals) {
      if (literal.is === 'text') isMet = literal.test(one.values[literal.field] as string);
      else if (literal.is === 'missing') isMet = lacking.has(literal.field);
      else if (literal.is === 'there') isMet = !lacking.has(literal.field);
      else if (literal.is === 'linear') {
        const bound = reduced(literal, one, there, lacking);
        if (bound === true) isMet = true;
        else if (bound) left.push(bound);
      }
      if (isMet) break;
    }
    if (isMet) continue;
    if (left.length === 0) return undefined;
    clauses.push(left);
  }
  return feasibleNumbers(problem, there, clauses, steps);
}

/** The inequality with the other fields put in; a truth value when no number of the set is left in it, undefined for false. */
function reduced(
  literal: Linear,
  { values, record }: Case,
  there: readonly number[],
  lacking: ReadonlySet<number>,
): Bound | true | undefined {
  if (literal.terms.some(({ field }) => lacking.has(field))) return undefined;
  let atMost = boundOf(literal, values, record);
  if (Number.isNaN(atMost)) return literal.whenUnknown === true ? true : undefined;
  const coefficients = there.map(() => 0);
  for (const { field, times } of literal.terms) {
    const place = there.indexOf(field);
    if (place >= 0) coefficients[place]! += times;
    else atMost -= times * ((values[field] as number | undefined) ?? Number.NaN);
  }
  if (Number.isNaN(atMost)) return undefined;
  if (coefficients.some((times) => times !== 0)) return { coefficients, atMost, strictly: literal.strictly };
  return (literal.strictly ? 0 < atMost : 0 <= atMost) ? true : undefined;
}
