import type { Layout } from '../definition/layout.ts';
import type { Variable } from '../definition/variable.ts';
import { normalised } from '../engine/table.ts';
import type { Encoding } from './encode-columns.ts';
import { placeOf, type Block } from './split-rows.ts';

/** FIL-07: a field is not so many digits, and another holds a letter and no digit. */
export function looksLikeHeader(
  { bytes, decode }: Encoding,
  block: Block,
  row: number,
  variables: readonly Variable[],
  layout: Layout | undefined,
): boolean {
  if (layout?.header === 'byName') return true;
  if (layout?.header === 'none' || !layout?.headerRow) return false;
  const { notDigits, letters } = layout.headerRow;
  const cell = (id: string) => {
    const index = variables.findIndex((variable) => variable.id === id);
    const isThere = index >= 0 && index < Math.min(block.counts[row]!, block.width);
    const at = placeOf(row, index);
    return isThere ? normalised(decode(bytes.subarray(block.cells[at]!, block.cells[at + 1]!))) : '';
  };
  const isDigits = new RegExp(`^[0-9]{${notDigits.digits}}$`).test(cell(notDigits.field));
  return !isDigits && /\p{L}/u.test(cell(letters)) && !/[0-9]/.test(cell(letters));
}
