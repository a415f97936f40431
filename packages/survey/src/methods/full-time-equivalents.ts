import { sumOf } from './sums.ts';

/** Årsarbetare: Σ workingTimePercent/100. */
export const fullTimeEquivalents = (workingTimePercents: readonly number[]): number => sumOf(workingTimePercents) / 100;

/** Mean salary with the working time as weight, in the unit of the salaries; NaN when nobody works. */
export function fteWeightedMean(employments: readonly { readonly salary: number; readonly workingTimePercent: number }[]): number {
  const weights = sumOf(employments.map(({ workingTimePercent }) => workingTimePercent));
  return weights > 0 ? sumOf(employments.map(({ salary, workingTimePercent }) => salary * workingTimePercent)) / weights : Number.NaN;
}
