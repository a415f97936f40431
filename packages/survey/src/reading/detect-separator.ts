import { readRows } from './read-rows.ts';

export type Separator = ';' | ',' | '\t' | '|' | '';
const candidates = [';', ',', '\t', '|'] as const;

/** The most frequent of the four, counted outside quotes in the first non-blank rows; a tie goes to semicolon, '' when none occurs. */
export function detectSeparator(bytes: Uint8Array, start: number, rows: number): Separator {
  const totals = candidates.map((candidate) => countSeparators(bytes, start, candidate.charCodeAt(0), rows));
  const most = Math.max(...totals);
  return most === 0 ? '' : candidates[totals.indexOf(most)]!;
}

function countSeparators(bytes: Uint8Array, start: number, separator: number, rows: number): number {
  let total = 0;
  let seen = 0;
  readRows(bytes, start, separator, (_, cells) => {
    const isBlank = cells.count === 1 && cells.starts[0] === cells.ends[0];
    if (!isBlank) seen += 1;
    total += cells.count - 1;
    return seen < rows;
  });
  return total;
}
