import type { BinaryOperator } from '../definition/condition.ts';

/** What the operators do with two numbers; NaN goes through. */
export const binaryFunctions: Readonly<Record<BinaryOperator, (left: number, right: number) => number>> = {
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  times: (left, right) => left * right,
  over: (left, right) => left / right,
  least: Math.min,
  greatest: Math.max,
  daysTo: (from, to) => dayNumber(to) - dayNumber(from),
  monthsTo: (from, to) => wholeMonths(from, to),
  yearsTo: (from, to) => Math.trunc(wholeMonths(from, to) / 12),
};

/** Days since 1 March of year 0; NaN for a number that is no day. */
function dayNumber(day: number): number {
  const [year, month, date] = parts(day);
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return Number.NaN;
  const shifted = month > 2 ? year : year - 1;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * ((month + 9) % 12) + 2) / 5) +
    date -
    1
  );
}

function wholeMonths(from: number, to: number): number {
  if (Number.isNaN(dayNumber(from)) || Number.isNaN(dayNumber(to))) return Number.NaN;
  const [first, last] = [parts(from), parts(to)];
  const months = (last[0] - first[0]) * 12 + last[1] - first[1];
  const isEarlier = last[2] < first[2];
  if (months > 0 && isEarlier) return months - 1;
  return months < 0 && last[2] > first[2] ? months + 1 : months;
}

const parts = (day: number): [year: number, month: number, date: number] => [
  Math.floor(day / 10_000),
  Math.floor(day / 100) % 100,
  day % 100,
];
