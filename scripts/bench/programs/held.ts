import { setTimeout } from 'node:timers/promises';
import { unit } from '../unit.ts';
import { bytesOf, check, factsOf } from './facts.ts';

/** Tells how many bytes an open delivery holds beside its file. Needs --expose-gc. */
const file = bytesOf(process.argv[2]!);
const facts = factsOf(unit);
// What the engine itself keeps is there before: texts of the checks, code lists, and code compiled for files of this length.
const warmUps = 20;
// Among several, what is compiled or thrown away meanwhile weighs little.
const count = 4;
for (let run = 0; run < warmUps; run += 1) check(file, facts);
const before = await held();
const opened = Array.from({ length: count }, () => check(file, facts));
const after = await held();
process.stdout.write(JSON.stringify({ bytes: (after - before) / opened.length, records: opened[0]!.file.records }));

/** Buffers are given back a while after what held them. */
async function held(): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    (globalThis as unknown as { gc: () => void }).gc();
    await setTimeout(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
