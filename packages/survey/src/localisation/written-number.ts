import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';

/** A number in the file's own units as the file writes it: with implied decimals its digits, otherwise 7550 is 75,5 or 75.5. */
export function writtenNumber(value: number, { decimals }: Variable, { decimals: form = 'implied' }: Partial<Layout> = {}): string {
  if (form === 'implied' || decimals === 0) return String(value);
  const [whole, part = ''] = String(value / 10 ** decimals).split('.');
  return part === '' ? whole! : `${whole}${form === 'comma' ? ',' : '.'}${part}`;
}
