import { buildProgram } from '../build.ts';
import type { Figure } from '../figure.ts';
import { fileOf, sizes, type Size } from '../files.ts';
import { goals } from '../goals.ts';
import { megabytes, milliseconds } from '../print.ts';
import { runProgram } from '../process.ts';
import { median, quantile } from '../statistics.ts';

interface Edits {
  readonly edits: readonly number[];
  readonly full: number;
}

const edit = async (size: Size, count: number, runs: number): Promise<Edits> =>
  (await runProgram<Edits>(await buildProgram('edits'), [fileOf(size), String(count), String(runs)])).told;

/** P12: one cell at a time. */
export async function oneCell(): Promise<Figure[]> {
  const { edits, full } = await edit('usual', 2000, 10);
  const middle = median(edits);
  return [
    { goal: goals.P12, of: `${edits.length} cells`, value: middle / full, from: `${milliseconds(middle)} / ${milliseconds(full)}` },
    { goal: goals.P12p99, of: `${edits.length} cells`, value: quantile(edits, 0.99), from: `slowest ${milliseconds(Math.max(...edits))}` },
  ];
}

/** P13: what a correction costs in a file 250 times as long. */
export async function growthOfCorrections(): Promise<Figure[]> {
  const [small, large] = [median((await edit('small', 1000, 1)).edits), median((await edit('large', 1000, 1)).edits)];
  return [{ goal: goals.P13, of: '1,000 cells', value: large / small, from: `${milliseconds(large)} / ${milliseconds(small)}` }];
}

/** P14: the property test proves it on small files of every shape; here on long ones. */
export async function sameState(): Promise<Figure[]> {
  const program = await buildProgram('same-state');
  const cases = [
    ['small', 10, 50],
    ['usual', 2, 500],
  ] as const;
  const figures: Figure[] = [];
  for (const [size, rounds, perRound] of cases) {
    const { told } = await runProgram<{ differing: number }>(program, [fileOf(size), String(rounds), String(perRound)]);
    figures.push({
      goal: goals.P14,
      of: `${sizes[size].toLocaleString('en')} records`,
      value: told.differing,
      from: `${told.differing} of ${rounds} after ${perRound} cells each`,
    });
  }
  return figures;
}

/** P11: what a server's worker keeps between two requests. */
export async function heldDelivery(): Promise<Figure[]> {
  const program = await buildProgram('held');
  const figures: Figure[] = [];
  for (const size of ['small', 'usual'] as const) {
    const { told } = await runProgram<{ bytes: number; records: number }>(program, [fileOf(size)], ['--expose-gc']);
    figures.push({
      goal: goals.P11,
      of: `${told.records.toLocaleString('en')} records`,
      value: told.bytes / told.records,
      from: megabytes(told.bytes),
    });
  }
  return figures;
}

/** P20: a delivery that lies compressed and encrypted, with its log. */
export async function storedDelivery(): Promise<Figure[]> {
  const { told } = await runProgram<{ opening: number[]; full: number[] }>(await buildProgram('stored'), [fileOf('usual'), '12']);
  const full = median(told.full.slice(3));
  const warm = median(told.opening.slice(3));
  return [
    { goal: goals.P20, of: 'warm', value: warm / full, from: `${milliseconds(warm)} / ${milliseconds(full)}` },
    {
      goal: goals.P20,
      of: 'first in its process',
      value: told.opening[0]! / full,
      from: `${milliseconds(told.opening[0]!)} / ${milliseconds(full)}`,
    },
  ];
}
