import type { Code } from '../definition/code-list.ts';
import { listOf, workedOut } from './lists.ts';
import type { Ground } from './ground.ts';

/** 1.2816 standard deviations on either side of the mean hold the middle 80 percent of a normal distribution. */
const tenthPercentile = 1.2816;

/** Salary percentile of a label from the table of the edition; NaN for a label it does not hold. */
export function labelSalary(which: 'p10' | 'median' | 'p90', ground: Ground): { field: string; salaryOf: (label: string) => number } {
  const list = listOf('aid-demo', ground);
  const salaries = workedOut(list, `salary ${which}`, () => new Map(list.codes.map(({ code, facts }) => [code, salaryIn(which, facts)])));
  const field = ground.roles.classification;
  if (field === undefined) throw new Error('The edition does not say which field classifies the work');
  return { field, salaryOf: (label) => salaries.get(label) ?? Number.NaN };
}

function salaryIn(which: 'p10' | 'median' | 'p90', facts: Code['facts']): number {
  const mean = Number(facts?.['meanSalary']);
  const spread = tenthPercentile * Number(facts?.['sdSalary']);
  return { p10: mean - spread, median: mean, p90: mean + spread }[which];
}
