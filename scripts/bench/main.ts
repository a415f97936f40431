import { cpus } from 'node:os';
import type { Figure } from './figure.ts';
import { goals } from './goals.ts';
import { adverse, wrongEverywhere } from './measures/adverse.ts';
import { firstRun, longestTask, size } from './measures/browser.ts';
import { growthOfCorrections, heldDelivery, oneCell, sameState, storedDelivery } from './measures/corrections.ts';
import { warmRuns, wholeNation } from './measures/warm.ts';
import { largeProcess, wholeProcess } from './measures/whole-process.ts';
import { asMarkdown, asText } from './print.ts';

/**
 * `npm run bench -- [--markdown] [P1 P6 …]`: the engine's figures with all checks of November 2026 beside its goals; without
 * numbers all of them. Times depend on the machine, so every figure is a ratio to something measured in the same run.
 * Measures only; nothing fails when a goal is missed.
 */
const measures: readonly (readonly [goals: readonly string[], measure: () => Promise<Figure[]>])[] = [
  [['P1', 'P10'], wholeProcess],
  [['P2', 'P9'], largeProcess],
  [['P6'], warmRuns],
  [['P8'], wholeNation],
  [['P11'], heldDelivery],
  [['P12'], oneCell],
  [['P13'], growthOfCorrections],
  [['P14'], sameState],
  [['P15'], wrongEverywhere],
  [['P16'], adverse],
  [['P17'], firstRun],
  [['P18'], longestTask],
  [['P19'], size],
  [['P20'], storedDelivery],
];

const words = process.argv.slice(2);
const isMarkdown = words.includes('--markdown');
const wanted = words.filter((word) => word !== '--markdown').map((word) => word.toUpperCase());
const known: readonly string[] = Object.values(goals).map(({ number }) => number);
const unknown = wanted.filter((number) => !known.includes(number));
if (unknown.length > 0) {
  process.stderr.write(`There is no goal ${unknown.join(', ')}. Goals: ${[...new Set(known)].join(', ')}.\n`);
  process.exit(64);
}
const isWanted = (number: string) => wanted.length === 0 || wanted.includes(number);

const figures: Figure[] = [];
for (const [numbers, measure] of measures) {
  if (!numbers.some(isWanted)) continue;
  process.stderr.write(`${numbers.join(', ')} …\n`);
  figures.push(...(await measure()).filter(({ goal }) => isWanted(goal.number)));
}
const order = (figure: Figure) => Number(figure.goal.number.slice(1));
figures.sort((one, other) => order(one) - order(other));
process.stdout.write(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, 2 % planted errors\n\n`);
process.stdout.write(isMarkdown ? asMarkdown(figures) : asText(figures));
