import { sumOf } from './sums.ts';

/** Totals of one unit (or group) last time and now; undefined where it is not there. */
export interface UnitTotals {
  readonly unit: string;
  readonly last?: number;
  readonly now?: number;
}

export interface Contribution {
  readonly unit: string;
  /** Change as a share of the total last time; the change itself when that total is 0. */
  readonly change: number;
}

export interface Contributions {
  /** Units that are there at both times, the greatest change first. */
  readonly units: readonly Contribution[];
  readonly joined: readonly Contribution[];
  readonly left: readonly Contribution[];
  /** Whether changes are shares; false when the total last time is 0. */
  readonly isRelative: boolean;
}

/** (X_u1 − X_u0)/X_0 of every unit: who makes the total change. New and vanished units are shown apart. */
export function contributionsToChange(totals: readonly UnitTotals[]): Contributions {
  const before = sumOf(totals.map(({ last = 0 }) => last));
  const changes = totals.map(({ unit, last = 0, now = 0 }) => ({ unit, change: (now - last) / (before === 0 ? 1 : before) }));
  const those = (isWanted: (one: UnitTotals) => boolean): Contribution[] =>
    changes
      .filter((_, index) => isWanted(totals[index]!))
      .sort((one, other) => Math.abs(other.change) - Math.abs(one.change) || (one.unit < other.unit ? -1 : 1));
  return {
    units: those(({ last, now }) => last !== undefined && now !== undefined),
    joined: those(({ last, now }) => last === undefined && now !== undefined),
    left: those(({ last, now }) => last !== undefined && now === undefined),
    isRelative: before !== 0,
  };
}
