import { findNumbers, type Bounds, type LevelRow } from './find-numbers.ts';
import type { Requirement, Ways } from './requirements.ts';
import { answers, textClasses, type TextQuestion } from './text-classes.ts';

/** A record as far as rules ask: a class of texts or a number for each field, and answers to what is not known here. */
export interface FoundRecord {
  readonly classes: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly free: ReadonlyMap<string, boolean>;
}

/** A rule as ways to break it and ways to keep it. */
export interface Kept {
  readonly broken: Ways;
  readonly kept: Ways;
}

/** Steps after which a search gives up. */
const mostSteps = 3000;
/** Less than this part of the largest of the numbers is a rounding: far from 1, by which whole numbers differ. */
const rounding = 1e-9;

/** One bit a class of texts. */
interface ClassSet {
  readonly met: Uint32Array;
  readonly unmet: Uint32Array;
}

/** What a step of the search asks for, and which step asked: 0 for what is looked for itself. */
interface Step {
  readonly requirement: Requirement;
  readonly level: number;
}

/** A record, or the steps that no record can follow together. */
type Answer = { readonly record: FoundRecord } | { readonly conflict: ReadonlySet<number> } | 'unknown';

/** Records that the questions of an edition can tell apart, and the search for one among them. */
export class Records {
  readonly #classes = new Map<string, readonly string[]>();
  readonly #questions = new Map<TextQuestion, ClassSet>();
  readonly #boundsOf: (field: string) => Bounds;

  constructor(requirements: Iterable<Requirement>, boundsOf: (field: string) => Bounds) {
    this.#boundsOf = boundsOf;
    const byField = new Map<string, TextQuestion[]>();
    for (const one of requirements) if (one.is === 'text') byField.set(one.field, [...(byField.get(one.field) ?? []), one.question]);
    for (const [field, questions] of byField) this.#classes.set(field, textClasses(questions));
  }

  /**
   * A record that fulfils one of the ways and keeps every rule: found by taking any record, and mending one rule it breaks at a
   * time. Undefined when there is none; `unknown` when it would take too long to tell.
   */
  find(ways: Ways, rules: readonly Kept[]): FoundRecord | undefined | 'unknown' {
    const search = { rules, steps: 0 };
    let isUnknown = false;
    for (const way of ways) {
      const answer = this.#search(
        way.map((requirement) => ({ requirement, level: 0 })),
        0,
        search,
      );
      if (answer === 'unknown') isUnknown = true;
      else if ('record' in answer) return answer.record;
    }
    return isUnknown ? 'unknown' : undefined;
  }

  /** The least number a field can hold: what it is where nothing is asked of it. */
  leastOf(field: string): number {
    return this.#boundsOf(field).low;
  }

  #search(required: readonly Step[], level: number, search: { readonly rules: readonly Kept[]; steps: number }): Answer {
    search.steps += 1;
    if (search.steps > mostSteps) return 'unknown';
    const answer = this.#anyRecord(required);
    if (!('record' in answer)) return answer;
    const broken = this.#brokenBy(answer.record, search.rules);
    if (!broken) return answer;
    const conflict = new Set<number>();
    let isUnknown = false;
    for (const way of broken.kept) {
      const added = way.map((requirement) => ({ requirement, level: level + 1 }));
      const inside = this.#search([...required, ...added], level + 1, search);
      if (inside === 'unknown') isUnknown = true;
      else if ('record' in inside) return inside;
      // It failed for what was asked before: no other way to keep this rule helps.
      else if (!inside.conflict.has(level + 1)) return inside;
      else for (const one of inside.conflict) if (one <= level) conflict.add(one);
    }
    return isUnknown ? 'unknown' : { conflict };
  }

  /** Of the rules that a record breaks, the one with the fewest ways to keep it. */
  #brokenBy(record: FoundRecord, rules: readonly Kept[]): Kept | undefined {
    let broken: Kept | undefined;
    for (const rule of rules) {
      const isBetter = !broken || rule.kept.length < broken.kept.length;
      if (isBetter && rule.broken.some((way) => way.every((one) => this.#isFulfilled(one, record)))) broken = rule;
    }
    return broken;
  }

  /** Any record that fulfils all of these. */
  #anyRecord(required: readonly Step[]): { readonly record: FoundRecord } | { readonly conflict: ReadonlySet<number> } {
    const allowed = new Map<string, Uint32Array>();
    const free = new Map<string, Step>();
    const rows: LevelRow[] = [];
    for (const step of required) {
      const { requirement: one, level } = step;
      if (one.is === 'row') rows.push({ row: one.row, level });
      else if (one.is === 'free') {
        const before = free.get(one.question);
        if (!before) free.set(one.question, step);
        else if (before.requirement.is === 'free' && before.requirement.isMet !== one.isMet)
          return { conflict: new Set([before.level, level]) };
      } else if (!this.#allow(allowed, one)) return { conflict: levelsOf(required, one.field) };
    }
    const answer = findNumbers(rows, this.#boundsOf);
    if ('conflict' in answer) return answer;
    const classes = new Map([...allowed].map(([field, words]) => [field, lowestIn(words)]));
    const told = new Map([...free].map(([question, { requirement }]) => [question, requirement.is === 'free' && requirement.isMet]));
    return { record: { classes, numbers: answer.numbers, free: told } };
  }

  /** Leaves the classes that answer as asked. @returns whether any is left */
  #allow(allowed: Map<string, Uint32Array>, { field, question, isMet }: Extract<Requirement, { is: 'text' }>): boolean {
    const { met, unmet } = this.#answersTo(field, question);
    const words = isMet ? met : unmet;
    const known = allowed.get(field);
    if (!known) {
      allowed.set(field, words.slice());
      return words.some((word) => word !== 0);
    }
    let left = 0;
    for (let word = 0; word < known.length; word += 1) left |= known[word]! &= words[word]!;
    return left !== 0;
  }

  /** Classes whose text answers yes, and those that answer no. */
  #answersTo(field: string, question: TextQuestion): ClassSet {
    const known = this.#questions.get(question);
    if (known) return known;
    const classes = this.#classes.get(field)!;
    const isMet = answers(question);
    const told = { met: new Uint32Array(Math.ceil(classes.length / 32)), unmet: new Uint32Array(Math.ceil(classes.length / 32)) };
    for (const [place, text] of classes.entries()) (isMet(text) ? told.met : told.unmet)[place >>> 5]! |= 1 << (place & 31);
    this.#questions.set(question, told);
    return told;
  }

  #isFulfilled(one: Requirement, { classes, numbers, free }: FoundRecord): boolean {
    if (one.is === 'free') return (free.get(one.question) ?? false) === one.isMet;
    if (one.is === 'text') {
      const place = classes.get(one.field) ?? 0;
      return ((this.#answersTo(one.field, one.question).met[place >>> 5]! >>> (place & 31)) & 1) === (one.isMet ? 1 : 0);
    }
    let value = 0;
    let size = 1;
    for (const [field, coefficient] of one.row.of) {
      const part = coefficient * (numbers.get(field) ?? this.#boundsOf(field).low);
      value += part;
      size = Math.max(size, Math.abs(part));
    }
    return value <= one.row.atMost + Math.max(1e-6, rounding * size);
  }
}

const levelsOf = (required: readonly Step[], field: string): Set<number> =>
  new Set(required.flatMap(({ requirement, level }) => (requirement.is === 'text' && requirement.field === field ? [level] : [])));

function lowestIn(words: Uint32Array): number {
  const word = words.findIndex((one) => one !== 0);
  return word * 32 + 31 - Math.clz32(words[word]! & -words[word]!);
}
