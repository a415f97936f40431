import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';

type Form = Partial<Pick<Layout, 'decimals'>> | undefined;

/** The sign that decimals of a field are written with; absent where they are written without one, or there are none. */
export const decimalSignOf = ({ decimals }: Pick<Variable, 'decimals'>, layout: Form): ',' | '.' | undefined =>
  decimals === 0 || (layout?.decimals ?? 'implied') === 'implied' ? undefined : layout!.decimals === 'comma' ? ',' : '.';

/** A number in the smallest unit as the file writes it: with implied decimals its digits, otherwise 7550 is 75,50 or 75.50. */
export function writtenNumber(value: number, variable: Pick<Variable, 'decimals'>, layout: Form): string {
  const sign = decimalSignOf(variable, layout);
  return sign === undefined ? String(value) : (value / 10 ** variable.decimals).toFixed(variable.decimals).replace('.', sign);
}

/** The same as a number: where decimals are written, of whole units. */
export const inFileUnits = (value: number, variable: Pick<Variable, 'decimals'>, layout: Form): number =>
  decimalSignOf(variable, layout) === undefined ? value : value / 10 ** variable.decimals;
