/** A source of chance that gives the same sequence for the same seed, on every machine: no clock, no `Math.random`, plain arithmetic only. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, both bounds included. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  /** About normal: mean 0, standard deviation 1, never beyond ±6. */
  normal(): number;
  /** @throws RangeError when there is nothing to pick */
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; weights need not sum to 1. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
}

/** @param seed any text; two texts that differ in one character give unrelated sequences */
export function randomFrom(seed: string): Random {
  const next = sfc32(...fourNumbers(seed));
  const random: Random = {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    normal() {
      // Twelve uniforms: logarithm and cosine may differ in the last bit between engines, addition may not.
      let sum = -6;
      for (let index = 0; index < 12; index += 1) sum += next();
      return sum;
    },
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    weighted(items) {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return random.pick(items)[0];
    },
  };
  return random;
}

/** Small fast counter, 128 bits of state (Chris Doty-Humphrey, PractRand; public domain). */
function sfc32(a: number, b: number, c: number, counter: number): () => number {
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** FNV-1a over the text, begun at four places. */
function fourNumbers(seed: string): [number, number, number, number] {
  const hash = (start: number): number => {
    let value = start;
    for (let index = 0; index < seed.length; index += 1) value = Math.imul(value ^ seed.charCodeAt(index), 16_777_619);
    return value | 0;
  };
  return [hash(-2_128_831_035), hash(1_013_904_223), hash(1_664_525), hash(69_069)];
}
