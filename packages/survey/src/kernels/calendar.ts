/** A day as the number yyyymmdd, which sorts and compares as the calendar does. */
export type DayNumber = number;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysIn = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0));

/** True for a day that exists, with a year within the bounds (inclusive). */
export function isDay(day: DayNumber, leastYear: number, mostYear: number): boolean {
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  const date = day % 100;
  return year >= leastYear && year <= mostYear && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

/** Whole years from one day to another: a birthday counts on the day itself, 29 February on 1 March of other years. */
export const wholeYears = (from: DayNumber, to: DayNumber): number =>
  Math.floor(to / 10_000) - Math.floor(from / 10_000) - (to % 10_000 < from % 10_000 ? 1 : 0);

const monthNames = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** «20:e november 2024»; `:a` for days that end in 1 or 2, but for 11 and 12. */
export function dayInWords(day: DayNumber): string {
  const date = day % 100;
  const ending = (date % 10 === 1 || date % 10 === 2) && date !== 11 && date !== 12 ? 'a' : 'e';
  return `${date}:${ending} ${monthNames[(Math.floor(day / 100) % 100) - 1] ?? ''} ${Math.floor(day / 10_000)}`;
}
