import type { Variable } from '../definition/variable.ts';
import { columnsNamed, type Named } from './columns-named.ts';
import { decoderFor } from './decode.ts';
import type { ColumnOrder } from './file-facts.ts';
import { readRow, rowCells } from './read-rows.ts';
import type { Source } from './source.ts';

/** A header that names the columns: how many they are, and their order where it is not the layout's. */
export interface MatchedHeader {
  readonly fields: number;
  readonly order?: Int32Array;
  readonly columns?: ColumnOrder;
}

/** What the first row that is not blank names, when it is a header that names the variables. */
export function matchHeader(source: Source, variables: readonly Variable[]): MatchedHeader | undefined {
  const cells = firstRow(source);
  // A separator after the last name begins no column; a sheet has all its rows as wide as the widest.
  if (source.facts.form === 'separated' && cells.at(-1)?.trim() === '') cells.pop();
  const named = columnsNamed(cells, variables);
  if (!named) return undefined;
  if (isInOrder(named, variables.length)) return { fields: variables.length };
  const order = new Int32Array(variables.length).fill(-1);
  const repeated: string[] = [];
  for (const [place, variable] of named.entries()) {
    if (variable < 0) continue;
    if (order[variable]! >= 0) repeated.push(variables[variable]!.id);
    else order[variable] = place;
  }
  return {
    order,
    fields: cells.length,
    columns: {
      variables: named.map((variable, place) => (variable >= 0 && order[variable] === place ? variables[variable]!.id : null)),
      names: cells.map(nameShown),
      unknown: cells.filter((cell, place) => named[place]! < 0 && cell.trim() !== '').map(nameShown),
      repeated,
      missing: variables.filter((_, index) => order[index] === -1).map(({ id }) => id),
    },
  };
}

/** A name from the file as it may be shown: short, and without what steers a screen. */
const nameShown = (cell: string): string => cell.replace(/\p{C}/gu, '').trim().slice(0, 60);

/** As many columns as the layout has, and each that is known at its own place: one with a name of its own stands where it should. */
const isInOrder = (named: Named, fields: number): boolean =>
  named.length === fields && named.every((variable, place) => variable < 0 || variable === place);

/** Texts of the first row with something in it. */
function firstRow({ bytes, start, separator, isUtf8 }: Source): string[] {
  const decode = decoderFor(isUtf8 ? 'utf-8' : 'windows-1252');
  const cells = rowCells();
  for (let at = start, row = 0; at < bytes.length && row < mostBlankRows; row += 1) {
    at = readRow(bytes, at, separator, cells);
    const count = Math.min(cells.count, mostCells);
    const texts = Array.from({ length: count }, (_, index) =>
      decode(bytes.subarray(cells.starts[index]!, Math.min(cells.ends[index]!, cells.starts[index]! + 400))),
    );
    if (texts.some((text) => text.trim() !== '')) return texts;
  }
  return [];
}

const mostBlankRows = 100;
/** More than any header has: one that is as long is none. */
const mostCells = 600;
