import { mannWhitneyP } from './mann-whitney.ts';

export interface Timing {
  /** Milliseconds. */
  readonly medians: readonly [number, number];
  readonly p: number;
  readonly isEqual: boolean;
}

const rounds = 3;

/**
 * Measures two requests in pairs, side by side in time and in random order, so that whatever else the machine does falls on both.
 * Equal: medians less than 10 % and less than 5 ms apart, and the Mann–Whitney U test finds no difference (p > 0.01, two-sided).
 * Chance alone would fail one round in a hundred, so a round that fails is repeated: a difference that is really there shows in
 * each of three rounds, chance in one of a million.
 * @param pairs  at least 200 for a claim
 * @param now    milliseconds
 */
export async function pairedTiming(
  pairs: number,
  one: (pair: number) => Promise<unknown>,
  other: (pair: number) => Promise<unknown>,
  now = () => performance.now(),
): Promise<Timing> {
  let timing: Timing | undefined;
  for (let round = 0; round < rounds; round += 1) {
    timing = await measured(pairs, round * pairs, now, one, other);
    if (timing.isEqual) return timing;
  }
  return timing!;
}

async function measured(
  pairs: number,
  from: number,
  now: () => number,
  ...asked: readonly ((pair: number) => Promise<unknown>)[]
): Promise<Timing> {
  const times: [number[], number[]] = [[], []];
  // Before anything is written down: the first requests warm caches and code.
  for (let pair = 0; pair < 10; pair += 1) for (const which of [0, 1] as const) await asked[which]!(-1 - pair);
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = Math.random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) {
      const begun = now();
      await asked[which]!(from + pair);
      times[which].push(now() - begun);
    }
  }
  const medians = [median(times[0]), median(times[1])] as const;
  const apart = Math.abs(medians[0] - medians[1]);
  const p = mannWhitneyP(...times);
  return { medians, p, isEqual: apart < 5 && apart < 0.1 * Math.min(...medians) && p > 0.01 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
