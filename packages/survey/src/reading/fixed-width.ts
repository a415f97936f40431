import type { Variable } from '../definition/variable.ts';
import { decoderFor } from './decode.ts';

/** Share of the rows that must be as long as a record. */
const nearlyAll = 0.9;

/**
 * Rows without separators as separated rows: every field as many characters wide as its length. A row of another length stands
 * as it came, as one value.
 * @param isWanted the layout says so: it is read so however few rows fit
 * @returns undefined when the rows are not as long as a record
 */
export function fixedAsSeparated(
  bytes: Uint8Array,
  start: number,
  isUtf8: boolean,
  variables: readonly Variable[],
  isWanted: boolean,
): Uint8Array | undefined {
  const width = variables.reduce((sum, { length }) => sum + length, 0);
  if (!isWanted && !looksFixed(bytes, start, isUtf8, width)) return undefined;
  const rows = decoderFor(isUtf8 ? 'utf-8' : 'windows-1252')(bytes.subarray(start)).split(/\r\n|\n|\r/);
  if (rows.at(-1) === '') rows.pop();
  const written = rows.map((row) => {
    // Letters outside the basic plane are one character to whoever counts them.
    const characters = row.length === width ? row : [...row];
    if (characters.length !== width) return quotedIfNeeded(row);
    let at = 0;
    return variables
      .map(({ length }) => {
        const text = typeof characters === 'string' ? characters.slice(at, at + length) : characters.slice(at, at + length).join('');
        at += length;
        return quotedIfNeeded(text);
      })
      .join(';');
  });
  return new TextEncoder().encode(`${written.join('\n')}\n`);
}

/** Rows and how long they are, in characters, without cutting a text. */
export function rowWidths(bytes: Uint8Array, start: number, isUtf8: boolean): Map<number, number> {
  const widths = new Map<number, number>();
  let width = 0;
  const note = (): void => {
    if (width > 0) widths.set(width, (widths.get(width) ?? 0) + 1);
    width = 0;
  };
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === 0x0a || byte === 0x0d) note();
    else if (!isUtf8 || (byte & 0xc0) !== 0x80) width += 1;
  }
  note();
  return widths;
}

function looksFixed(bytes: Uint8Array, start: number, isUtf8: boolean, width: number): boolean {
  const widths = rowWidths(bytes, start, isUtf8);
  const rows = [...widths.values()].reduce((sum, number) => sum + number, 0);
  return rows > 0 && (widths.get(width) ?? 0) >= nearlyAll * rows;
}

const quotedIfNeeded = (text: string): string => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
