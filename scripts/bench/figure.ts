import type { Goal } from './goals.ts';

/** What was measured for a goal, in one case. */
export interface Figure {
  readonly goal: Goal;
  /** What tells it from other figures of the same goal. */
  readonly of: string;
  /** In the goal's unit. */
  readonly value: number;
  /** What it was made of, in words: `1.92 s / 0.118 s`. */
  readonly from: string;
}

export type Verdict = 'ambition' | 'pass' | 'MISS';

export const verdictOf = ({ goal, value }: Figure): Verdict => (value <= goal.ambition ? 'ambition' : value <= goal.must ? 'pass' : 'MISS');
