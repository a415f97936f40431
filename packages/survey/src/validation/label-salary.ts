import { listOf } from './lists.ts';
import type { Surroundings } from './surroundings.ts';

/** 1.2816 standard deviations on either side of the mean hold the middle 80 percent of a normal distribution. */
const tenthPercentile = 1.2816;

/** Salary percentile of a label from the table of the edition; NaN for a label it does not hold. */
export function labelSalary(which: 'p10' | 'median' | 'p90', around: Surroundings): { field: string; salaryOf: (label: string) => number } {
  const salaries = new Map(
    listOf('aid-demo', around).codes.map(({ code, facts }) => {
      const mean = Number(facts?.['meanSalary']);
      const spread = tenthPercentile * Number(facts?.['sdSalary']);
      return [code, { p10: mean - spread, median: mean, p90: mean + spread }[which]];
    }),
  );
  const field = around.roles.classification;
  if (field === undefined) throw new Error('The edition does not say which field classifies the work');
  return { field, salaryOf: (label) => salaries.get(label) ?? Number.NaN };
}
