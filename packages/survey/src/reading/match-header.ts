import type { Variable } from '../definition/variable.ts';
import { decoderFor } from './decode.ts';
import type { ColumnOrder } from './file-facts.ts';
import { readRow, rowCells } from './read-rows.ts';
import type { Source } from './source.ts';

/** Share of the variables that a header must name before it is believed. */
const enough = 0.5;

/**
 * What the first row that is not blank names, when it is a header that names the variables: by id, by name, or by number.
 * Capitals, blanks, accents and punctuation make no difference; a name that is misspelt by one letter or two counts when it
 * is like one variable only.
 */
export function matchHeader(
  source: Source,
  variables: readonly Variable[],
): { order: Int32Array; fields: number; columns: ColumnOrder } | undefined {
  const cells = firstRow(source);
  if (cells.length < 2) return undefined;
  const known = new Map<string, number>();
  for (const [index, { id, name, number }] of variables.entries())
    for (const word of [id, name, `${number} ${name}`, `falt ${number}`]) if (!known.has(folded(word))) known.set(folded(word), index);
  const matches = cells.map((cell) => known.get(folded(cell)) ?? nearest(folded(cell), variables));
  const matched = new Set(matches.filter((match) => match >= 0));
  if (matched.size < Math.max(2, variables.length * enough)) return undefined;
  const order = new Int32Array(variables.length).fill(-1);
  const repeated: string[] = [];
  for (const [place, match] of matches.entries()) {
    if (match < 0) continue;
    if (order[match]! >= 0) repeated.push(variables[match]!.id);
    else order[match] = place;
  }
  return {
    order,
    fields: cells.length,
    columns: {
      variables: matches.map((match, place) => (match >= 0 && order[match] === place ? variables[match]!.id : null)),
      unknown: cells.filter((cell, place) => matches[place]! < 0 && cell.trim() !== '').map((cell) => cell.trim().slice(0, 60)),
      repeated,
      missing: variables.filter((_, index) => order[index] === -1).map(({ id }) => id),
    },
  };
}

/** Texts of the first row with something in it; no more of them than any header has. */
function firstRow({ bytes, start, separator, isUtf8 }: Source): string[] {
  const decode = decoderFor(isUtf8 ? 'utf-8' : 'windows-1252');
  const cells = rowCells();
  for (let at = start, row = 0; at < bytes.length && row < 100; row += 1) {
    at = readRow(bytes, at, separator, cells);
    if (cells.count > mostColumns) return [];
    const texts = Array.from({ length: cells.count }, (_, index) =>
      decode(bytes.subarray(cells.starts[index]!, Math.min(cells.ends[index]!, cells.starts[index]! + 200))),
    );
    if (texts.some((text) => text.trim() !== '')) return texts;
  }
  return [];
}

const mostColumns = 500;

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The one variable whose name is at most two letters away; -1 when there is none, or more. Short names are not guessed. */
function nearest(word: string, variables: readonly Variable[]): number {
  if (word.length < 8 || /^[0-9]+$/.test(word)) return -1;
  const near = variables.flatMap(({ name }, index) => (distance(word, folded(name), 2) <= 2 ? [index] : []));
  return near.length === 1 ? near[0]! : -1;
}

/** Letters to insert, delete or change; more than `most` is not counted further. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 1; index <= one.length; index += 1) {
    const now = [index];
    for (let place = 1; place <= other.length; place += 1)
      now[place] = Math.min(before[place]! + 1, now[place - 1]! + 1, before[place - 1]! + (one[index - 1] === other[place - 1] ? 0 : 1));
    before = now;
  }
  return before[other.length]!;
}
