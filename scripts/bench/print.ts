import { verdictOf, type Figure } from './figure.ts';
import type { Goal } from './goals.ts';

const head = ['goal', 'measured', 'of', 'figure', 'from', 'must', 'ambition', 'verdict'] as const;

/** One line of a figure, as words. */
const wordsOf = (figure: Figure): string[] => {
  const { goal, of, value, from } = figure;
  return [
    goal.number,
    goal.what,
    of,
    written(value, goal.unit),
    from,
    written(goal.must, goal.unit),
    written(goal.ambition, goal.unit),
    verdictOf(figure),
  ];
};

/** Columns for a terminal. */
export function asText(figures: readonly Figure[]): string {
  const rows = [[...head], ...figures.map(wordsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('');
}

/** A table for docs/benchmarks.md. */
export function asMarkdown(figures: readonly Figure[]): string {
  const rows = [[...head], head.map(() => '---'), ...figures.map(wordsOf)];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

function written(value: number, unit: Goal['unit']): string {
  if (unit === 'part') return value === 0 ? '0' : `1/${Math.round(1 / value).toLocaleString('en')}`;
  const digits = value === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return unit === '×' ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`;
}

/** Seconds, for what a figure was made of. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toPrecision(3)} s`;
export const milliseconds = (time: number): string => `${time < 1000 ? time.toPrecision(3) : Math.round(time).toLocaleString('en')} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
