/**
 * The day as the service writes it: «20:e november 2024», «31:a december 2024».
 * `:a` for days that end in 1 or 2, except 11 and 12; else `:e`.
 * @param date  calendar date `yyyy-mm-dd`
 */
export function dayInWords(date: string): string {
  const { year, month, day } = partsOf(date);
  const ending = [1, 2, 21, 22, 31].includes(day) ? 'a' : 'e';
  return `${day}:${ending} ${months[month - 1]} ${year}`;
}

/** The day in a table: «20 nov. 2026»; short enough for a narrow column. */
export function dayInShort(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${shortMonths[month - 1]} ${year}`;
}

/** Day and time in Sweden of an instant: «20:e november 2026 kl. 14.05». */
export const instantInWords = (instant: string) => `${dayInWords(dayOf(instant))} kl. ${timeOf(instant)}`;

/** Day and time in Sweden of an instant, for lists: «20 nov. 2026 14.05». */
export const instantInShort = (instant: string) => `${dayInShort(dayOf(instant))} ${timeOf(instant)}`;

/** The calendar date (`yyyy-mm-dd`) an instant falls on in Sweden. */
export const dayOf = (instant: string): string => swedishDay.format(new Date(instant));

/** Time of day in Sweden: «14.05». */
export const timeOf = (instant: string): string => swedishTime.format(new Date(instant)).replace(':', '.');

const timeZone = 'Europe/Stockholm';
const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
const swedishTime = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const shortMonths = ['jan.', 'feb.', 'mars', 'april', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'];

function partsOf(date: string) {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month || !day || !months[month - 1]) throw new Error('a calendar date is written yyyy-mm-dd');
  return { year, month, day };
}
