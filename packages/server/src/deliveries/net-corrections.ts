/** A correction in words, from the log. */
export interface LoggedText {
  readonly record: number;
  readonly variable: string;
  readonly before: string;
  readonly after: string;
  /** Account of who made it. */
  readonly by: string;
  readonly at: Date;
}

/**
 * What a log comes to: a cell that holds another text than in the file once, with what the file says, what it is now, and who wrote
 * that; one that was changed back is left out. By record, then by number of the variable.
 * @param log oldest first
 */
export function netCorrections(log: readonly LoggedText[], numberOf: (variable: string) => number): LoggedText[] {
  const cells = new Map<string, LoggedText>();
  for (const correction of log) {
    const place = `${correction.record} ${correction.variable}`;
    cells.set(place, { ...correction, before: cells.get(place)?.before ?? correction.before });
  }
  return [...cells.values()]
    .filter(({ before, after }) => before !== after)
    .sort((one, other) => one.record - other.record || numberOf(one.variable) - numberOf(other.variable));
}
