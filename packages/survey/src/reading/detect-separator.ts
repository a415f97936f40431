import { closingQuote } from './read-rows.ts';

export type Separator = ';' | ',' | '\t' | '|' | '';
const candidates = [';', ',', '\t', '|'] as const;
const candidateBytes: readonly number[] = candidates.map((candidate) => candidate.charCodeAt(0));
/** Which of them a byte is; -1 for none. */
const candidateOf = Int8Array.from({ length: 256 }, (_, byte) => candidateBytes.indexOf(byte));

/** The most frequent of the four, counted outside quotes in the first non-blank rows; a tie goes to semicolon, '' when none occurs. */
export function detectSeparator(bytes: Uint8Array, start: number, rows: number): Separator {
  const totals = candidates.map(() => 0);
  let seen = 0;
  for (let at = start; at < bytes.length && seen < rows;) {
    const row = countInRow(bytes, at);
    at = row.end;
    if (row.isBlank) continue;
    seen += 1;
    row.counts.forEach((count, index) => (totals[index]! += count));
  }
  const most = Math.max(...totals);
  return most === 0 ? '' : candidates[totals.indexOf(most)]!;
}

/** Nearly every row ends within so many bytes. */
const usualRow = 4096;

interface Counted {
  readonly end: number;
  readonly isBlank: boolean;
  readonly counts: readonly number[];
}

/** A row without quotes, that begins with text, is searched four times by the host, long before anything here is compiled. */
function countInRow(bytes: Uint8Array, start: number): Counted {
  const near = bytes.subarray(start, start + usualRow);
  const ends = [near.indexOf(0x0a), near.indexOf(0x0d)].filter((end) => end >= 0);
  const row = near.subarray(0, Math.min(...ends));
  const [first] = row;
  if (ends.length === 0 || first === undefined || first === 0x20 || candidateBytes.includes(first) || row.includes(0x22))
    return countCarefully(bytes, start);
  return { end: start + row.length + 1, isBlank: false, counts: candidateBytes.map((byte) => countOf(byte, row)) };
}

function countOf(byte: number, row: Uint8Array): number {
  let count = 0;
  for (let at = row.indexOf(byte); at >= 0; at = row.indexOf(byte, at + 1)) count += 1;
  return count;
}

/**
 * Counts all four at once: which one separates is not known yet, so a quote may open a value after any of them. Counted one by
 * one, a quoted value would hide nothing from the three that do not separate.
 */
function countCarefully(bytes: Uint8Array, start: number): Counted {
  const counts = candidates.map(() => 0);
  let hasText = false;
  let isValueStart = true;
  let at = start;
  for (; at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d; at += 1) {
    const byte = bytes[at]!;
    const candidate = candidateOf[byte]!;
    if (candidate >= 0) counts[candidate]! += 1;
    else if (byte !== 0x20) hasText = true;
    if (byte === 0x22 && isValueStart) at = Math.max(at, closingQuote(bytes, at + 1, candidateBytes));
    isValueStart = candidate >= 0;
  }
  const isBlank = !hasText && counts.filter((count) => count > 0).length <= 1;
  return { end: at + 1, isBlank, counts };
}
