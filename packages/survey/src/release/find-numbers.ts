import { feasiblePoint } from '../kernels/linear-program.ts';
import type { Row } from './linear.ts';

/** Bounds of a numeric field, inclusive. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A row, and the step of a search that asks for it. */
export interface LevelRow {
  readonly row: Row;
  readonly level: number;
}

/** Less than this is a rounding. */
const rounding = 1e-6;

/**
 * Numbers that fulfil the rows, as low as the bounds allow where nothing else is asked; or the steps whose rows no numbers
 * fulfil together. Rows of one field are bounds of it; the others are a linear program.
 */
export function findNumbers(
  rows: readonly LevelRow[],
  boundsOf: (field: string) => Bounds,
): { readonly numbers: ReadonlyMap<string, number> } | { readonly conflict: ReadonlySet<number> } {
  const low = new Map<string, number>();
  const high = new Map<string, number>();
  const lowOf = (field: string): number => low.get(field) ?? boundsOf(field).low;
  const highOf = (field: string): number => high.get(field) ?? boundsOf(field).high;
  const wider = new Set<Row>();
  for (const { row, level } of rows) {
    if (row.of.size > 1) wider.add(row);
    else if (row.of.size === 0) {
      if (row.atMost < -rounding) return { conflict: new Set([level]) };
    } else
      for (const [field, coefficient] of row.of) {
        const bound = row.atMost / coefficient;
        if (coefficient > 0) high.set(field, Math.min(highOf(field), Math.floor(bound + rounding)));
        else low.set(field, Math.max(lowOf(field), Math.ceil(bound - rounding)));
        if (lowOf(field) > highOf(field)) return { conflict: levelsWith([field], rows, 1) };
      }
  }
  const numbers = new Map([...low.keys(), ...high.keys()].map((field) => [field, lowOf(field)]));
  if (wider.size === 0) return { numbers };
  const fields = [...new Set([...wider].flatMap(({ of }) => [...of.keys()]))];
  const point = feasiblePoint({
    low: fields.map(lowOf),
    high: fields.map(highOf),
    rows: [...wider].map(({ of, atMost }) => ({ coefficients: fields.map((field) => of.get(field) ?? 0), atMost })),
  });
  if (!point) return { conflict: levelsWith(fields, rows, Number.POSITIVE_INFINITY) };
  for (const [place, field] of fields.entries()) numbers.set(field, point[place]!);
  return { numbers };
}

/** Steps that ask for a row with one of the fields, of at most so many fields. */
const levelsWith = (fields: readonly string[], rows: readonly LevelRow[], most: number): Set<number> =>
  new Set(rows.flatMap(({ row, level }) => (row.of.size <= most && fields.some((field) => row.of.has(field)) ? [level] : [])));
