import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildProgram, buildWorker, loadedAtOnce } from '../build.ts';
import { openSite } from '../browser/site.ts';
import type { Figure } from '../figure.ts';
import { fileOf, root } from '../files.ts';
import { goals } from '../goals.ts';
import { milliseconds } from '../print.ts';
import { runProgram } from '../process.ts';
import { median } from '../statistics.ts';

const runs = 5;
const validationWorker = join(root, 'packages/web/src/deliveries/validation-worker.ts');

/** P17: the first file in a new worker, beside the first in a new Node. */
export async function firstRun(): Promise<Figure[]> {
  const program = await buildProgram('check');
  const site = await openSite(await buildWorker(join(import.meta.dirname, '../browser/check-worker.ts')), fileOf('usual'));
  const [inBrowser, inNode]: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run < runs; run += 1) {
      inBrowser.push((await site.check('bytes')).milliseconds);
      inNode.push((await runProgram<{ milliseconds: number }>(program, [fileOf('usual')])).told.milliseconds);
    }
  } finally {
    await site.close();
  }
  const [one, other] = [median(inBrowser), median(inNode)];
  return [{ goal: goals.P17, of: 'engine', value: one / other, from: `${milliseconds(one)} / ${milliseconds(other)}` }];
}

/** P18, the engine's part: the page's own worker checks a file meanwhile. */
export async function longestTask(): Promise<Figure[]> {
  const site = await openSite(await buildWorker(validationWorker), fileOf('usual'));
  const longest: number[] = [];
  const waited: number[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const told = await site.check('file');
      longest.push(told.longestTask);
      waited.push(told.waited);
    }
  } finally {
    await site.close();
  }
  return [
    {
      goal: goals.P18,
      of: 'worker of the upload page',
      value: Math.max(...longest),
      from: `tasks above 50 ms in ${runs} files of ${milliseconds(median(waited))} each`,
    },
  ];
}

/** P19: what the page fetches before it can check a file that is no workbook. */
export async function size(): Promise<Figure[]> {
  const gzipped = async (entry: string) =>
    loadedAtOnce(await buildWorker(entry)).reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;
  const whole = await gzipped(validationWorker);
  const engine = await gzipped(join(import.meta.dirname, '../browser/engine-only.ts'));
  return [
    {
      goal: goals.P19,
      of: 'worker of the upload page',
      value: whole,
      from: `engine ${engine.toFixed(1)} kB, checks, code lists and texts ${(whole - engine).toFixed(1)} kB`,
    },
  ];
}
