import { isDay } from './calendar.ts';

export type WrittenDay = 'yyyymmdd' | 'yyyy-mm-dd' | 'dd.mm.yyyy' | 'mm/dd/yyyy';

const patterns: Readonly<
  Record<WrittenDay, { readonly pattern: RegExp; readonly order: readonly [year: number, month: number, date: number] }>
> = {
  yyyymmdd: { pattern: /^([0-9]{4})([0-9]{2})([0-9]{2})$/, order: [1, 2, 3] },
  'yyyy-mm-dd': { pattern: /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/, order: [1, 2, 3] },
  'dd.mm.yyyy': { pattern: /^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$/, order: [3, 2, 1] },
  'mm/dd/yyyy': { pattern: /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/, order: [3, 1, 2] },
};

/** A day as the number yyyymmdd; NaN for a text that is no day in the calendar, from year 1 to 9999. */
export function dayIn(text: string, form: WrittenDay = 'yyyymmdd'): number {
  const { pattern, order } = patterns[form];
  const parts = pattern.exec(text);
  if (!parts) return Number.NaN;
  const [year, month, date] = order.map((place) => Number(parts[place])) as [number, number, number];
  const day = year * 10_000 + month * 100 + date;
  return isDay(day, 1, 9999) ? day : Number.NaN;
}
