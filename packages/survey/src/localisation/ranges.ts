/** Numbers from one to another, both counted in. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What is in both lists; each is ascending without overlap, and so is the answer. */
export function intersection(one: readonly Range[], other: readonly Range[]): Range[] {
  return one.flatMap((range) =>
    other.flatMap(({ low, high }) => {
      const both = { low: Math.max(range.low, low), high: Math.min(range.high, high) };
      return both.low <= both.high ? [both] : [];
    }),
  );
}

/** What is in any of them, ascending; ranges that overlap, or whole numbers that follow each other, become one. */
export function union(ranges: readonly Range[], isWhole: boolean): Range[] {
  const joined: Range[] = [];
  for (const range of [...ranges].sort((one, other) => one.low - other.low)) {
    const last = joined.at(-1);
    if (last && range.low <= last.high + (isWhole ? 1 : 0))
      joined[joined.length - 1] = { low: last.low, high: Math.max(last.high, range.high) };
    else joined.push(range);
  }
  return joined;
}
