import { sumOf } from './sums.ts';

/** Women and men of one group: how many, and their mean salaries (of any kind where there is nobody). */
export interface GroupBySex {
  readonly women: number;
  readonly men: number;
  readonly meanOfWomen: number;
  readonly meanOfMen: number;
}

/** Women's mean salary in percent of men's, over everybody. */
export function womensSalaryRaw(groups: readonly GroupBySex[]): number {
  const mean = (of: 'women' | 'men', level: 'meanOfWomen' | 'meanOfMen'): number => {
    const those = groups.filter((group) => group[of] > 0);
    return sumOf(those.map((group) => group[of] * group[level])) / sumOf(those.map((group) => group[of]));
  };
  return (100 * mean('women', 'meanOfWomen')) / mean('men', 'meanOfMen');
}

/** The same with both sexes spread over the groups alike: 100·Σ(n_w + n_m)·L_w/Σ(n_w + n_m)·L_m over groups with both. */
export function womensSalaryStandardWeighted(groups: readonly GroupBySex[]): number {
  const both = groups.filter(({ women, men }) => women > 0 && men > 0);
  return (
    (100 * sumOf(both.map(({ women, men, meanOfWomen }) => (women + men) * meanOfWomen))) /
    sumOf(both.map(({ women, men, meanOfMen }) => (women + men) * meanOfMen))
  );
}
