import { ascending, median } from './quantile.ts';
import { meanOf, sumOf } from './sums.ts';

/** One salary in a group, at one measurement time. */
export interface GroupedSalary {
  readonly group: string;
  readonly salary: number;
}

/** Collective growth: mean now/mean last − 1 over whoever was there, a share. */
export const collectiveGrowth = (last: readonly number[], now: readonly number[]): number => meanOf(now) / meanOf(last) - 1;

/** Growth of identical individuals: three measures that are not to be mixed, all shares. */
export interface IdenticalGrowth {
  /** Ratio of the means: the one that is published. */
  readonly ratioOfMeans: number;
  readonly meanOfRatios: number;
  readonly medianRatio: number;
}

/** @param pairs salaries above 0 of persons who were there at both times */
export function identicalIndividualsGrowth(pairs: readonly { readonly last: number; readonly now: number }[]): IdenticalGrowth {
  const ratios = pairs.map(({ last, now }) => now / last);
  return {
    ratioOfMeans: sumOf(pairs.map(({ now }) => now)) / sumOf(pairs.map(({ last }) => last)) - 1,
    meanOfRatios: meanOf(ratios) - 1,
    medianRatio: median(ascending(ratios)) - 1,
  };
}

/** Standard-weighted growth: Σ n_g·L_g1/Σ n_g·L_g0 − 1, with the numbers of one of the times as weights. */
export interface StandardGrowth {
  readonly growth: number;
  /** Groups that are empty at one of the times: left out of both sums. */
  readonly leftOut: readonly string[];
}

export function standardWeightedGrowth(
  last: readonly GroupedSalary[],
  now: readonly GroupedSalary[],
  weights: 'base' | 'current',
): StandardGrowth {
  const groups = groupMeans(last, now);
  const both = groups.filter(({ n0, n1 }) => n0 > 0 && n1 > 0);
  const weightOf = ({ n0, n1 }: GroupMeans): number => (weights === 'base' ? n0 : n1);
  return {
    growth: sumOf(both.map((one) => weightOf(one) * one.mean1)) / sumOf(both.map((one) => weightOf(one) * one.mean0)) - 1,
    leftOut: groups.filter((one) => !both.includes(one)).map(({ group }) => group),
  };
}

/**
 * The change of the mean in two parts that add up to it: rate Σ p_g0·ΔL_g (salaries of the groups) and structure ΣΔp_g·L_g1
 * (sizes of the groups). A group that is new or gone changes the structure only. In the unit of the salaries.
 */
export function decomposeMeanChange(
  last: readonly GroupedSalary[],
  now: readonly GroupedSalary[],
): { readonly change: number; readonly rate: number; readonly structure: number } {
  const groups = groupMeans(last, now);
  const rate = sumOf(groups.map(({ n0, n1, mean0, mean1 }) => (n0 > 0 && n1 > 0 ? (n0 / last.length) * (mean1 - mean0) : 0)));
  const structure = sumOf(groups.map(({ n0, n1, mean0, mean1 }) => (n1 / now.length - n0 / last.length) * (n1 > 0 ? mean1 : mean0)));
  const salaries = (those: readonly GroupedSalary[]) => those.map(({ salary }) => salary);
  return { change: meanOf(salaries(now)) - meanOf(salaries(last)), rate, structure };
}

interface GroupMeans {
  readonly group: string;
  readonly n0: number;
  readonly n1: number;
  readonly mean0: number;
  readonly mean1: number;
}

/** Numbers and means of every group at both times, groups in the order of their texts. */
function groupMeans(last: readonly GroupedSalary[], now: readonly GroupedSalary[]): GroupMeans[] {
  const salaries = (those: readonly GroupedSalary[]): Map<string, number[]> => {
    const byGroup = new Map<string, number[]>();
    for (const { group, salary } of those) {
      const known = byGroup.get(group);
      if (known) known.push(salary);
      else byGroup.set(group, [salary]);
    }
    return byGroup;
  };
  const [before, after] = [salaries(last), salaries(now)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((group) => {
    const [salaries0, salaries1] = [before.get(group) ?? [], after.get(group) ?? []];
    return { group, n0: salaries0.length, n1: salaries1.length, mean0: meanOf(salaries0), mean1: meanOf(salaries1) };
  });
}
