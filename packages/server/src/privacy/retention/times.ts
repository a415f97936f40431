export const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
export const hoursAgo = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 3_600_000);

/** Null for 0 years, which is for ever. */
export function yearsAgo(now: Date, years: number): Date | null {
  if (years === 0) return null;
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then;
}

/** The first of a month, so that a chain is cut, and tells of it, once a month. */
export function monthOf(at: Date | null): Date | null {
  return at && new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
}
