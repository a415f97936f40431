import type { Edition } from '../definition/survey-definition.ts';
import type { Kept, Records } from './find-record.ts';
import { judgeRules, kindsIn, type Judged } from './judge-rules.ts';
import { isThere, type Requirement, type Ways } from './requirements.ts';

/** What is wrong with a set of rules, found without any file. */
export interface RuleSetFault {
  /**
   * `neverHits`: no record can break it. `neverApplies`: no record that keeps the others is meant by it. `contradicts`: no record
   * can keep it and the others. `noValue`: none that has a number in a field can keep them. `redundant`: whatever breaks it breaks one of the others. `fixed`: one value is left.
   */
  readonly fault: 'neverHits' | 'neverApplies' | 'contradicts' | 'noValue' | 'redundant' | 'fixed';
  readonly rule: string;
  /** The other rules, or the field and its value. */
  readonly with: string;
}

export interface RuleSetAnswer {
  readonly faults: readonly RuleSetFault[];
  /** Rules that these checks cannot judge, or not wholly: not on one record, or not of codes, bounds and linear sums alone. */
  readonly notChecked: readonly string[];
  /** Rules for which a search would have taken too long. */
  readonly undecided: readonly string[];
}

const gravity = { fatal: 0, error: 1, warning: 2, info: 3 } as const;

/** Asks the record rules in force whether they can be kept together, and whether each is of use, for every kind of unit. */
export function checkRuleSet(edition: Edition): RuleSetAnswer {
  const kinds = kindsIn(edition);
  const wholly = new Set<string>();
  const partly = new Set<string>();
  const undecided = new Set<string>();
  const perKind = kinds.map((kind) => {
    const { judged, records } = judgeRules(edition, kind);
    for (const { rule, isPartly } of judged) (isPartly ? partly : wholly).add(rule.id);
    const asked = new Asking(judged, records);
    const faults = asked.faults();
    for (const rule of asked.undecided) undecided.add(rule);
    return { judged: new Set(judged.map(({ rule }) => rule.id)), faults };
  });
  // A rule may be of use to one kind of unit and not to another: what is said holds for every kind that has the rule.
  const keyOf = ({ fault, rule }: RuleSetFault) => `${fault} ${rule}`;
  const faults = new Map<string, RuleSetFault>();
  for (const { faults: some } of perKind) for (const one of some) if (!faults.has(keyOf(one))) faults.set(keyOf(one), one);
  const standing = [...faults.values()].filter((one) =>
    ['contradicts', 'noValue', 'fixed'].includes(one.fault)
      ? true
      : perKind.every((kind) => !kind.judged.has(one.rule) || kind.faults.some((other) => keyOf(other) === keyOf(one))),
  );
  const active = edition.rules.filter(({ status }) => status === 'active').map(({ id }) => id);
  return { faults: standing, notChecked: active.filter((id) => !wholly.has(id) || partly.has(id)), undecided: [...undecided] };
}

class Asking {
  readonly undecided = new Set<string>();
  readonly #judged: readonly Judged[];
  readonly #records: Records;

  constructor(judged: readonly Judged[], records: Records) {
    this.#judged = judged;
    this.#records = records;
  }

  faults(): RuleSetFault[] {
    const never = this.#judged.filter((one) => !this.#canBe(one, one.broken, []));
    const useful = this.#judged.filter((one) => !never.includes(one));
    const faults: RuleSetFault[] = never.map(({ rule }) => ({ fault: 'neverHits', rule: rule.id, with: '' }));
    const hard = useful.filter(isHard);
    if (!this.#canBe(undefined, [[]], hard)) {
      const [first, ...others] = this.#fewest([[]], hard);
      // Rules that cannot be kept at all make every question about the others idle.
      return [...faults, { fault: 'contradicts', rule: first!.rule.id, with: namesOf(others) }];
    }
    const redundant = this.#redundant(useful);
    const kept = useful.filter(({ rule }) => !redundant.some((one) => one.rule === rule.id));
    return [...faults, ...redundant, ...this.#neverApply(kept), ...this.#fixed(hard)];
  }

  /** From the last on: of two that say the same the later one is told of. */
  #redundant(useful: readonly Judged[]): RuleSetFault[] {
    const found: RuleSetFault[] = [];
    const dropped = new Set<Judged>();
    for (const one of useful.toReversed()) {
      const others = useful.filter(
        (other) =>
          other !== one && !dropped.has(other) && !isSilencing(one, other) && gravity[other.rule.severity] <= gravity[one.rule.severity],
      );
      if (this.#canBe(one, one.broken, others)) continue;
      dropped.add(one);
      found.push({ fault: 'redundant', rule: one.rule.id, with: namesOf(this.#fewest(one.broken, others)) });
    }
    return found.reverse();
  }

  #neverApply(useful: readonly Judged[]): RuleSetFault[] {
    const hard = useful.filter(isHard);
    return useful.flatMap((one): RuleSetFault[] => {
      if (!one.meant || this.#canBe(one, one.meant, hard)) return [];
      return [{ fault: 'neverApplies', rule: one.rule.id, with: namesOf(this.#fewest(one.meant, hard).filter((other) => other !== one)) }];
    });
  }

  /** Numeric fields that the rules leave a single value, or none where one is there. */
  #fixed(hard: readonly Judged[]): RuleSetFault[] {
    const fields = new Set(hard.flatMap(({ kept }) => kept.flat()).flatMap((one) => (one.is === 'row' ? [...one.row.of.keys()] : [])));
    return [...fields].flatMap((field): RuleSetFault[] => {
      const there = isThere(field, true);
      const any = this.#records.find([[there]], hard);
      if (any === 'unknown') return [];
      if (!any) return [{ fault: 'noValue', rule: namesOf(this.#fewest([[there]], hard)), with: field }];
      const value = any.numbers.get(field) ?? this.#records.leastOf(field);
      const other: Ways = [1, -1].map((side): Requirement[] => [
        { is: 'row', row: { of: new Map([[field, side]]), atMost: side * value - 1 } },
        there,
      ]);
      if (this.#canBe(undefined, other, hard)) return [];
      return [{ fault: 'fixed', rule: namesOf(this.#fewest(other, hard)), with: `${field} = ${value}` }];
    });
  }

  /** Whether some record is one of the ways and keeps the rules; yes when it would take too long to tell. */
  #canBe(asked: Judged | undefined, ways: Ways, rules: readonly Kept[]): boolean {
    const found = this.#records.find(ways, rules);
    if (found === 'unknown' && asked) this.undecided.add(asked.rule.id);
    return found !== undefined;
  }

  /** Of rules that cannot be kept by any record that is one of the ways, as few as cannot be kept. */
  #fewest(ways: Ways, rules: readonly Judged[]): readonly Judged[] {
    let few = rules;
    for (const rule of rules) {
      const fewer = few.filter((other) => other !== rule);
      if (this.#records.find(ways, fewer) === undefined) few = fewer;
    }
    return few;
  }
}

const isHard = ({ rule }: Judged): boolean => rule.severity === 'error' || rule.severity === 'fatal';
/** What silences a rule on purpose says nothing twice. */
const isSilencing = ({ rule: one }: Judged, { rule: other }: Judged): boolean =>
  (one.suppressedBy ?? []).includes(other.id) || (other.suppressedBy ?? []).includes(one.id);
const namesOf = (some: readonly Judged[]): string => some.map(({ rule }) => rule.id).join(', ');
