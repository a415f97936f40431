import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from '../build.ts';
import type { Figure } from '../figure.ts';
import { buildFolder, fileOf, lastYearOf, nation } from '../files.ts';
import { goals } from '../goals.ts';
import { milliseconds, seconds } from '../print.ts';
import { runProgram } from '../process.ts';
import { median } from '../statistics.ts';

const runs = 15;

/** P6: one file over and over in a process that has done nothing else. */
export async function warmRuns(): Promise<Figure[]> {
  const program = await buildProgram('warm');
  const cases = [
    ['engine', [fileOf('usual')]],
    ["engine, with last year's file", [fileOf('usual'), lastYearOf('usual')]],
  ] as const;
  const figures: Figure[] = [];
  for (const [of, paths] of cases) {
    const { told } = await runProgram<{ checking: number[]; scanning: number[] }>(program, [String(runs), ...paths]);
    const [checking, scanning] = [median(told.checking), median(told.scanning)];
    figures.push({ goal: goals.P6, of, value: checking / scanning, from: `${milliseconds(checking)} / ${milliseconds(scanning)}` });
  }
  return figures;
}

const nationRuns = 3;

/** P8: all units of the frame. */
export async function wholeNation(): Promise<Figure[]> {
  const program = await buildProgram('nation');
  const list = join(buildFolder(), 'nation.json');
  writeFileSync(list, JSON.stringify(nation()));
  const told: { checking: number; scanning: number; records: number; files: number }[] = [];
  for (let run = 0; run < nationRuns; run += 1) told.push((await runProgram<(typeof told)[0]>(program, [list])).told);
  const [checking, scanning] = [median(told.map((one) => one.checking)), median(told.map((one) => one.scanning))];
  const { files, records } = told[0]!;
  return [
    {
      goal: goals.P8,
      of: `${files} files, ${records.toLocaleString('en')} records`,
      value: checking / scanning,
      from: `${seconds(checking)} / ${seconds(scanning)}`,
    },
  ];
}
