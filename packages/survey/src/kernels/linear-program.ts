/** Σ coefficient·x is at most a number; one coefficient for each variable. */
export interface Inequality {
  readonly coefficients: readonly number[];
  readonly atMost: number;
}

/** Points within bounds (which may be infinite) that satisfy every inequality. */
export interface Polyhedron {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly rows: readonly Inequality[];
}

export type Optimum =
  | { readonly is: 'optimal'; readonly value: number; readonly point: readonly number[] }
  | { readonly is: 'unbounded' }
  | { readonly is: 'infeasible' };

/** Smaller than this is nothing, once every row has been divided by its largest coefficient. */
const nothing = 1e-9;

/**
 * The least value of Σ objective·x over a polyhedron, by the simplex method on a dense table. Meant for few variables: among
 * equally good steps the first is taken (Bland), so that it always ends and always gives the same point.
 */
export function minimise(objective: readonly number[], polyhedron: Polyhedron): Optimum {
  const { low, high } = polyhedron;
  if (low.some((bound, index) => bound > high[index]!)) return { is: 'infeasible' };
  const parts = partsOf(polyhedron);
  const table = tableOf(polyhedron, parts);
  if (!reachFeasible(table)) return { is: 'infeasible' };
  const costs = new Float64Array(table.columns);
  for (const [index, { variable, sign }] of parts.entries()) costs[index] = objective[variable]! * sign;
  if (!descend(table, costs, table.real)) return { is: 'unbounded' };
  const point = pointOf(table, parts, polyhedron);
  return { is: 'optimal', value: point.reduce((sum, value, index) => sum + value * objective[index]!, 0), point };
}

/** A point of the polyhedron; undefined when there is none. */
export function feasiblePoint(polyhedron: Polyhedron): readonly number[] | undefined {
  const answer = minimise(
    polyhedron.low.map(() => 0),
    polyhedron,
  );
  return answer.is === 'optimal' ? answer.point : undefined;
}

/** From where to where one variable can be within the polyhedron; undefined when the polyhedron is empty. */
export function rangeOf(variable: number, polyhedron: Polyhedron): { readonly low: number; readonly high: number } | undefined {
  const along = (sign: 1 | -1) =>
    minimise(
      polyhedron.low.map((_, index) => (index === variable ? sign : 0)),
      polyhedron,
    );
  const least = along(1);
  if (least.is === 'infeasible') return undefined;
  const most = along(-1);
  return {
    low: least.is === 'optimal' ? least.value : Number.NEGATIVE_INFINITY,
    high: most.is === 'optimal' ? 0 - most.value : Number.POSITIVE_INFINITY,
  };
}

/** A variable of the table, at least 0: so far above the low bound, below the high one, or one side of a variable without bounds. */
interface Part {
  readonly variable: number;
  readonly sign: 1 | -1;
}

/** Rows are Σ a·part + slack = b with b ≥ 0; the last column is b. */
interface Table {
  readonly cells: Float64Array[];
  /** Which column each row is solved for. */
  readonly basis: number[];
  readonly columns: number;
  /** Columns from here on only help to find a first point. */
  readonly real: number;
}

function partsOf({ low, high }: Polyhedron): Part[] {
  return low.flatMap((bound, variable): Part[] => {
    if (Number.isFinite(bound)) return [{ variable, sign: 1 }];
    if (Number.isFinite(high[variable]!)) return [{ variable, sign: -1 }];
    return [
      { variable, sign: 1 },
      { variable, sign: -1 },
    ];
  });
}

/** Where the parts of a variable are counted from. */
const originOf = (variable: number, { low, high }: Polyhedron): number =>
  Number.isFinite(low[variable]!) ? low[variable]! : Number.isFinite(high[variable]!) ? high[variable]! : 0;

function tableOf(polyhedron: Polyhedron, parts: readonly Part[]): Table {
  const { low, high } = polyhedron;
  const wide = low.flatMap((bound, variable) => (Number.isFinite(bound) && Number.isFinite(high[variable]!) ? [variable] : []));
  const rows: Inequality[] = [
    ...polyhedron.rows,
    ...wide.map((variable) => ({ coefficients: low.map((_, index) => (index === variable ? 1 : 0)), atMost: high[variable]! })),
  ];
  const shifted = rows.map(({ coefficients, atMost }) => {
    const size = Math.max(...coefficients.map(Math.abs)) || 1;
    const origin = coefficients.reduce((sum, value, index) => (value === 0 ? sum : sum + value * originOf(index, polyhedron)), 0);
    return { coefficients: coefficients.map((value) => value / size), atMost: (atMost - origin) / size };
  });
  const lacking = shifted.flatMap(({ atMost }, row) => (atMost < 0 ? [row] : []));
  const real = parts.length + rows.length;
  const columns = real + lacking.length;
  const basis = rows.map((_, row) => (lacking.includes(row) ? real + lacking.indexOf(row) : parts.length + row));
  const cells = shifted.map(({ coefficients, atMost }, row) => {
    const turn = atMost < 0 ? -1 : 1;
    const line = new Float64Array(columns + 1);
    for (const [index, { variable, sign }] of parts.entries()) line[index] = coefficients[variable]! * sign * turn;
    line[parts.length + row] = turn;
    line[basis[row]!] = 1;
    line[columns] = atMost * turn;
    return line;
  });
  return { cells, basis, columns, real };
}

/** Drives what was put in to have a first point to nothing. */
function reachFeasible(table: Table): boolean {
  const { cells, basis, columns, real } = table;
  if (columns === real) return true;
  const costs = new Float64Array(columns).fill(1, real);
  descend(table, costs, columns);
  const largest = Math.max(1, ...cells.map((line) => Math.abs(line[columns]!)));
  for (const [row, line] of cells.entries()) {
    if (basis[row]! < real) continue;
    if (line[columns]! > 1e-8 * largest) return false;
    const entering = line.findIndex((value, column) => column < real && Math.abs(value) > nothing);
    if (entering >= 0) pivot(table, row, entering);
    else line.fill(0, 0, real);
  }
  return true;
}

/** Steps downhill until no column below `most` leads further down. @returns false when there is no bottom */
function descend(table: Table, costs: Float64Array, most: number): boolean {
  const { cells, basis, columns } = table;
  for (;;) {
    let entering = -1;
    for (let column = 0; column < most && entering < 0; column += 1) {
      if (basis.includes(column)) continue;
      let slope = costs[column]!;
      for (let row = 0; row < cells.length; row += 1) slope -= costs[basis[row]!]! * cells[row]![column]!;
      if (slope < -nothing) entering = column;
    }
    if (entering < 0) return true;
    let leaving = -1;
    let shortest = Number.POSITIVE_INFINITY;
    for (let row = 0; row < cells.length; row += 1) {
      const rate = cells[row]![entering]!;
      if (rate <= nothing) continue;
      const length = cells[row]![columns]! / rate;
      const isTie = Math.abs(length - shortest) <= nothing * Math.max(1, Math.abs(length));
      if (isTie ? basis[row]! < basis[leaving]! : length < shortest) {
        shortest = isTie ? Math.min(length, shortest) : length;
        leaving = row;
      }
    }
    if (leaving < 0) return false;
    pivot(table, leaving, entering);
  }
}

/** Solves a row for a column and puts it into the others. */
function pivot({ cells, basis }: Table, row: number, column: number): void {
  const line = cells[row]!;
  const divisor = line[column]!;
  for (let index = 0; index < line.length; index += 1) line[index] = line[index]! / divisor;
  for (const [index, other] of cells.entries()) {
    const factor = other[column]!;
    if (index === row || factor === 0) continue;
    for (let place = 0; place < other.length; place += 1) other[place] = other[place]! - factor * line[place]!;
  }
  basis[row] = column;
}

function pointOf({ cells, basis, columns }: Table, parts: readonly Part[], polyhedron: Polyhedron): number[] {
  const point = polyhedron.low.map((_, variable) => originOf(variable, polyhedron));
  for (const [row, column] of basis.entries()) {
    const part = parts[column];
    if (part) point[part.variable]! += part.sign * cells[row]![columns]!;
  }
  return point;
}
