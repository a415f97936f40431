/** The parts of a date as typed. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Reads three typed parts as a calendar date `yyyy-mm-dd`; undefined when there is no such day. */
export function calendarDateOf({ day, month, year }: TypedDate): string | undefined {
  const [d, m, y] = [day, month, year].map((part) => (/^\s*\d{1,4}\s*$/.test(part) ? Number(part) : Number.NaN));
  if (!d || !m || !y || y < 1000) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  // 31 April would silently become 1 May.
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined;
  return date.toISOString().slice(0, 10);
}
