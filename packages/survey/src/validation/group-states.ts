import type { TupleGroups } from '../engine/tuple-groups.ts';

/** What a rule keeps of a group, and how it changes with a record. */
interface Kind<State> {
  readonly empty: () => State;
  /** Puts a record in (1) by the values it has, or takes it out (-1). */
  readonly change: (state: State, record: number, sign: 1 | -1) => void;
  /** The same for a state that is being counted, a member of its group after the other; left out: `change` is. */
  readonly count?: (state: State, record: number) => void;
  /** While it is the same, so are the answers for the records that do not change. */
  readonly verdict: (state: State) => string | number | boolean;
}

/** Members that are soon counted: of a group with no more nothing is kept. Most groups are a person's records. */
const fewMembers = 8;

/** States of groups: each counted once, when it is asked for, and from then on changed by the records that change. */
export class GroupStates<State> {
  readonly #groups: TupleGroups;
  readonly #kind: Kind<State>;
  readonly #states = new Map<number, State>();
  /** Verdicts on the groups that have changed, from before they did. */
  readonly #before = new Map<number, string | number | boolean>();

  constructor(groups: TupleGroups, kind: Kind<State>) {
    this.#groups = groups;
    this.#kind = kind;
  }

  of(group: number): State {
    return this.#states.get(group) ?? this.#counted(group, -1);
  }

  /** @param record in its group by the values it has: before a cell is written (-1), and after (1) */
  readonly change = (record: number, sign: 1 | -1): void => {
    const group = this.#groups.groupOf[record]!;
    if (group < 0) return;
    const state = this.#states.get(group) ?? this.#counted(group, sign === 1 ? record : -1);
    if (!this.#before.has(group)) this.#before.set(group, this.#kind.verdict(state));
    this.#kind.change(state, record, sign);
    // Nobody else is in it: a group that is left by all is not found again.
    if (sign === -1 && this.#groups.sizeOf(group) === 1) this.#states.delete(group);
  };

  /** Members of the groups on which the verdict is another than when this was asked last. */
  readonly stale = (): readonly number[] => {
    const stale: number[] = [];
    for (const [group, before] of this.#before)
      if (this.#groups.sizeOf(group) > 0 && this.#kind.verdict(this.of(group)) !== before)
        for (let member = this.#groups.first(group); member >= 0; member = this.#groups.after(member)) stale.push(member);
    this.#before.clear();
    return stale;
  };

  readonly forget = (): void => {
    this.#states.clear();
    this.#before.clear();
  };

  #counted(group: number, without: number): State {
    const state = this.#kind.empty();
    const add = this.#kind.count ?? ((counted: State, member: number) => this.#kind.change(counted, member, 1));
    for (let member = this.#groups.first(group); member >= 0; member = this.#groups.after(member))
      if (member !== without) add(state, member);
    if (this.#groups.sizeOf(group) > fewMembers) this.#states.set(group, state);
    return state;
  }
}

/** Adds to a count that is not kept when it is nought. @returns the count after the change */
export function count<Key>(counts: Map<Key, number>, key: Key, change: number): number {
  const now = (counts.get(key) ?? 0) + change;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
  return now;
}
