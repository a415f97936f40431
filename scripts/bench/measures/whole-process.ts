import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameUnitOf } from '../../../packages/survey/src/generator/index.ts';
import { buildProgram } from '../build.ts';
import type { Figure } from '../figure.ts';
import { buildFolder, fileOf, lastYearOf, sizes } from '../files.ts';
import { goals } from '../goals.ts';
import { megabytes, seconds } from '../print.ts';
import { runCommand, runProgram } from '../process.ts';
import { median } from '../statistics.ts';
import { unit } from '../unit.ts';

const usualRuns = 7;
const largeRuns = 3;

/** P1 and P10: a process that checks 60,000 records and ends. */
export async function wholeProcess(): Promise<Figure[]> {
  const [readOnly, check] = [await buildProgram('read-only'), await buildProgram('check')];
  const [file, last] = [fileOf('usual'), lastYearOf('usual')];
  const command = [file, '--unit', unit, '--facts', factsFile(), '--format', 'json'];
  const cases: readonly (readonly [of: string, floor: readonly string[], run: () => Promise<{ cpu: number; peak: number }>])[] = [
    ['engine', [file], () => runProgram(check, [file])],
    ["engine, with last year's file", [file, last], () => runProgram(check, [file, last])],
    ['insamling validate', [file], () => runCommand(command, {})],
    ["insamling validate, with last year's file", [file, last], () => runCommand([...command, '--last-year', last], {})],
  ];
  const figures: Figure[] = [];
  for (const [of, paths, run] of cases) {
    const { cpu, peak } = await beside(usualRuns, run, () => runProgram(readOnly, paths));
    figures.push({ goal: goals.P1, of, value: cpu[0] / cpu[1], from: `${seconds(cpu[0])} / ${seconds(cpu[1])}` });
    figures.push({ goal: goals.P10, of, value: peak[0] / peak[1], from: `${megabytes(peak[0])} / ${megabytes(peak[1])}` });
  }
  return figures;
}

/** P2 and P9: the same for 1,250,000 records, more than the command takes in one file. */
export async function largeProcess(): Promise<Figure[]> {
  const [readOnly, check, nothing] = [await buildProgram('read-only'), await buildProgram('check'), await buildProgram('nothing')];
  const path = fileOf('large');
  const { cpu, peak } = await beside(
    largeRuns,
    () => runProgram(check, [path]),
    () => runProgram(readOnly, [path]),
  );
  const ofNode = (await runProgram(nothing, [])).peak;
  const ofFile = statSync(path).size;
  const beyond = peak[0] - ofNode - ofFile;
  return [
    { goal: goals.P2, of: 'engine', value: cpu[0] / cpu[1], from: `${seconds(cpu[0])} / ${seconds(cpu[1])}` },
    {
      goal: goals.P9,
      of: 'engine',
      value: beyond / sizes.large,
      from: `${megabytes(peak[0])} − ${megabytes(ofNode)} − ${megabytes(ofFile)}`,
    },
  ];
}

type Used = () => Promise<{ readonly cpu: number; readonly peak: number }>;

/** Runs two programs in turn. @returns medians of both: the first's, the second's */
export async function beside(runs: number, one: Used, other: Used): Promise<{ cpu: [number, number]; peak: [number, number] }> {
  const used = [[], []] as { cpu: number; peak: number }[][];
  for (let run = 0; run < runs; run += 1) {
    used[0]!.push(await one());
    used[1]!.push(await other());
  }
  const of = (what: 'cpu' | 'peak') => used.map((all) => median(all.map((each) => each[what]))) as [number, number];
  return { cpu: of('cpu'), peak: of('peak') };
}

/** What the command is told beside the file. */
function factsFile(): string {
  const path = join(buildFolder(), 'facts.json');
  writeFileSync(path, JSON.stringify({ employers: [{ organisationNumber: frameUnitOf(unit).organisationNumber, isCompany: false }] }));
  return path;
}
