import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hellinger, sharesOf, totalVariation } from './distribution-distance.ts';
import { minkowskiScore, recordScore, unitScore } from './global-score.ts';
import { hbBounds } from './hidiroglou-berthelot.ts';
import { wilsonInterval } from './hit-rate.ts';
import { isotonicRegression } from './isotonic-regression.ts';
import { matchPanel } from './match-panel.ts';
import { medcouple } from './medcouple.ts';
import { ascending, quantile } from './quantile.ts';
import { logLimits, robustLogScaleOf, robustLogZ } from './robust-z.ts';
import { sumOf } from './sums.ts';
import { suspicionOf } from './suspicion.ts';

const amount = fc.double({ min: 1, max: 1e7, noNaN: true });
const amounts = fc.array(amount, { minLength: 1, maxLength: 60 });
/** Numbers and the same in another order. */
const shuffled = <Item>(items: fc.Arbitrary<Item[]>) =>
  items.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })));

test('no measure hangs on the order of the records', () => {
  fc.assert(
    fc.property(shuffled(amounts), ([one, other]) => {
      expect(sumOf(other)).toBe(sumOf(one));
      expect(robustLogScaleOf(other)).toEqual(robustLogScaleOf(one));
      expect(medcouple(other)).toBe(medcouple(one));
    }),
  );
  fc.assert(
    fc.property(shuffled(fc.array(fc.record({ last: amount, now: amount }), { minLength: 1, maxLength: 40 })), ([one, other]) => {
      expect(hbBounds(other)).toEqual(hbBounds(one));
    }),
  );
});

test('a quantile lies between the least and the greatest number and never falls', () => {
  fc.assert(
    fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, one, other) => {
      const ordered = ascending(values);
      for (const type of [2, 7] as const) {
        const [low, high] = [quantile(ordered, Math.min(one, other), type), quantile(ordered, Math.max(one, other), type)];
        expect(low).toBeGreaterThanOrEqual(ordered[0]!);
        expect(high).toBeLessThanOrEqual(ordered.at(-1)!);
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-12));
      }
    }),
  );
});

test('the amounts between the limits are those whose z is at most the limit', () => {
  fc.assert(
    fc.property(amounts, amount, (values, asked) => {
      const scale = robustLogScaleOf(values);
      const { lower, upper } = logLimits(scale);
      const z = Math.abs(robustLogZ(asked, scale));
      expect(Math.abs(z - 3.5) < 1e-9 || (asked >= lower && asked <= upper) === z <= 3.5).toBe(true);
    }),
  );
});

test('a medcouple is between minus one and one, and turns its sign with the numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), (values) => {
      const skewness = medcouple(values);
      expect(Math.abs(skewness)).toBeLessThanOrEqual(1);
      expect(medcouple(values.map((value) => -value))).toBeCloseTo(-skewness, 12);
    }),
  );
});

test('the floor is never passed: a change of less than rho times its share is always accepted', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ last: amount, now: amount }), { minLength: 1, maxLength: 40 }), (pairs) => {
      const bounds = hbBounds(pairs);
      if (!bounds) return;
      expect(bounds.lower).toBeLessThanOrEqual(bounds.effects[1] - 0.15 * bounds.size);
      expect(bounds.upper).toBeGreaterThanOrEqual(bounds.effects[1] + 0.15 * bounds.size);
    }),
  );
});

test('suspicion is from nothing to one and grows with the distance', () => {
  const reference = { lowerQuartile: 0.9, median: 1, upperQuartile: 1.2 };
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), (value, more) => {
      const [near, far] = [suspicionOf(value, reference), suspicionOf(value + more, reference)];
      expect(near).toBeGreaterThanOrEqual(0);
      expect(far).toBeLessThanOrEqual(1);
      expect(near).toBeLessThanOrEqual(far);
    }),
  );
});

test('every power of scores lies between the largest and the sum', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }),
      fc.double({ min: 1, max: 20, noNaN: true }),
      (scores, p) => {
        const score = minkowskiScore(scores, p);
        expect(score).toBeGreaterThanOrEqual(recordScore(scores) * (1 - 1e-12));
        expect(score).toBeLessThanOrEqual(unitScore(scores) * (1 + 1e-12));
      },
    ),
  );
});

test('distances between shares are from nothing to one, and Hellinger bounds total variation', () => {
  const counts = fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }).filter((those) => those.some((count) => count > 0));
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const [p, q] = [sharesOf(one), sharesOf(other)];
      const [tv, h] = [totalVariation(p, q), hellinger(p, q)];
      expect(tv).toBeGreaterThanOrEqual(0);
      expect(tv).toBeLessThanOrEqual(1 + 1e-12);
      expect(h * h).toBeLessThanOrEqual(tv + 1e-9);
      expect(tv).toBeLessThanOrEqual(h * Math.SQRT2 + 1e-9);
    }),
  );
});

test('an isotonic regression never falls, keeps the sum, and leaves what does not fall as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 60 }), (outcomes) => {
      const fitted = isotonicRegression(outcomes);
      expect(fitted).toHaveLength(outcomes.length);
      for (let index = 1; index < fitted.length; index += 1) expect(fitted[index]).toBeGreaterThanOrEqual(fitted[index - 1]!);
      expect(sumOf(fitted)).toBeCloseTo(sumOf(outcomes), 9);
      const ordered = outcomes.toSorted((one, other) => one - other);
      expect(isotonicRegression(ordered)).toEqual(ordered);
    }),
  );
});

test("Wilson's interval holds the share itself and stays within nothing and one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
      const hits = Math.round(trials * part);
      const { lower, upper } = wilsonInterval(hits, trials);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(hits / trials + 1e-12);
      expect(upper).toBeGreaterThanOrEqual(hits / trials - 1e-12);
    }),
  );
});

test('a panel pairs each employment at most once, and only those of one person', () => {
  const employment = fc.record({
    person: fc.constantFrom('p', 'q', 'r'),
    unit: fc.constantFrom('u', 'v'),
    label: fc.constantFrom('A', 'B'),
    employment: fc.constantFrom('1', '2', ''),
    workingTimePercent: fc.constantFrom(0, 50, 100),
    salary: fc.constantFrom(0, 30000, 31000),
  });
  fc.assert(
    fc.property(fc.array(employment, { maxLength: 8 }), fc.array(employment, { maxLength: 8 }), (last, now) => {
      const { pairs, joiners, leavers } = matchPanel(last, now);
      expect(new Set(pairs.map((pair) => pair.last)).size).toBe(pairs.length);
      expect(new Set(pairs.map((pair) => pair.now)).size).toBe(pairs.length);
      expect([pairs.length + joiners.length, pairs.length + leavers.length]).toEqual([now.length, last.length]);
      for (const pair of pairs)
        expect([last[pair.last]!.person, last[pair.last]!.unit]).toEqual([now[pair.now]!.person, now[pair.now]!.unit]);
      for (const joiner of joiners)
        for (const leaver of leavers)
          expect(now[joiner]!.person === last[leaver]!.person && now[joiner]!.unit === last[leaver]!.unit).toBe(false);
    }),
  );
});
