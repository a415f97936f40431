/** The parts of a date as typed. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Three typed parts as a calendar date `yyyy-mm-dd`, or why they are none. */
type WishedDate = { readonly date: string } | { readonly fault: 'missing' | 'notDigits' | 'noSuchDay' };

export function wishedDateOf({ day, month, year }: TypedDate): WishedDate {
  const parts = [day.trim(), month.trim(), year.trim()];
  if (parts.includes('')) return { fault: 'missing' };
  if (!parts.every((part) => /^\d{1,4}$/.test(part)) || parts[2]?.length !== 4) return { fault: 'notDigits' };
  const [d = 0, m = 0, y = 0] = parts.map(Number);
  const date = new Date(Date.UTC(y, m - 1, d));
  // 31 April would silently become 1 May, and year 27 would be 1927.
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return { fault: 'noSuchDay' };
  return { date: date.toISOString().slice(0, 10) };
}
