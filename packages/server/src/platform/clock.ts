import { readFileSync } from 'node:fs';

/** The time now. Real everywhere but in black-box tests. */
export interface Clock {
  now(): Date;
}

/**
 * The machine's clock, moved by the seconds that stand in a file when one is named; the file is read at every use so that
 * every process moves at once. A file that is missing or holds no number counts as 0.
 */
export function systemClock(testClockFile: string): Clock {
  if (testClockFile === '') return { now: () => new Date() };
  return { now: () => new Date(Date.now() + 1000 * secondsIn(testClockFile)) };
}

function secondsIn(file: string): number {
  try {
    const seconds = Number(readFileSync(file, 'utf8').trim());
    return Number.isFinite(seconds) ? seconds : 0;
  } catch {
    return 0;
  }
}

/** yyyy-mm-dd */
export type CalendarDate = string;

const stockholmDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is in Stockholm, whatever zone the machine is in. */
export function dayOf(at: Date): CalendarDate {
  // Days begin with a minute, and every request asks for the day it is.
  const minute = Math.floor(at.getTime() / 60_000);
  if (minute !== latest.minute) latest = { minute, day: stockholmDay.format(at) };
  return latest.day;
}
let latest: { readonly minute: number; readonly day: CalendarDate } = { minute: NaN, day: '' };

export const addDays = (day: CalendarDate, days: number): CalendarDate =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
