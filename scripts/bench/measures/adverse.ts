import { adverseStructures, everyRecordWrong } from '../adverse.ts';
import { buildProgram } from '../build.ts';
import type { Figure } from '../figure.ts';
import { fileOf, variantOf } from '../files.ts';
import { goals, type Goal } from '../goals.ts';
import { seconds } from '../print.ts';
import { runProgram } from '../process.ts';
import { beside } from './whole-process.ts';

const runs = 5;

export const wrongEverywhere = (): Promise<Figure[]> => besideUsual(goals.P15, everyRecordWrong);
export const adverse = (): Promise<Figure[]> => besideUsual(goals.P16, adverseStructures);

/** CPU of a process that checks each variant, beside that of one that checks the file they were made of. */
async function besideUsual(goal: Goal, variants: Readonly<Record<string, (file: Uint8Array) => Uint8Array>>): Promise<Figure[]> {
  const program = await buildProgram('check');
  const usual = fileOf('usual');
  const figures: Figure[] = [];
  for (const [of, make] of Object.entries(variants)) {
    const path = variantOf(of.replaceAll(' ', '-'), make);
    const { cpu } = await beside(
      runs,
      () => runProgram(program, [path]),
      () => runProgram(program, [usual]),
    );
    figures.push({ goal, of, value: cpu[0] / cpu[1], from: `${seconds(cpu[0])} / ${seconds(cpu[1])}` });
  }
  return figures;
}
