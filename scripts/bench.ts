import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { november2026 } from '../packages/survey/src/editions/november-2026/index.ts';
import { frameUnitOf, generate } from '../packages/survey/src/generator/index.ts';
import { openDelivery, type OpenedDelivery } from '../packages/survey/src/index.ts';

/**
 * `npm run bench`: how long the largest municipalities wait for a check, a correction and its undoing, and what an open delivery
 * holds in memory. Times depend on the machine, so the floor stands beside them: one loop that looks at every byte of the same
 * file in the same run. Measures only; nothing fails here.
 */
const unit = '1480';
const sizes = [60_000, 90_000];
const warmUps = 2;
const runs = 7;
const cells = 200;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const { kind, codes, name, organisationNumber } = frameUnitOf(unit);
const facts = { unit: { kind, codes, name }, employers: [{ organisationNumber, isCompany: false }] };

process.stdout.write(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${name}, 2 % planted errors\n\n`);
for (const records of sizes) print(await measure(records));

/** One size, as rows of a name and a measure. */
async function measure(records: number): Promise<(readonly [string, string])[]> {
  const { file } = generate({ unit, records, errorShare: 0.02, seed: 1 });
  const held = await heldMb();
  let delivery: OpenedDelivery | undefined;
  const opening: number[] = [];
  const looking: number[] = [];
  for (let run = 0; run < warmUps + runs; run += 1) {
    delivery = undefined;
    collectGarbage();
    const milliseconds = timed(() => (delivery = openDelivery(november2026, file, facts)));
    const floor = timed(() => separatorsIn(file));
    if (run < warmUps) continue;
    opening.push(milliseconds);
    looking.push(floor);
  }
  const opened = delivery ?? openDelivery(november2026, file, facts);
  const holds = (await heldMb()) - held;
  const { errors, warnings, infos } = opened.summary();
  const listing = timed(() => opened.findings());
  const [corrections, undoings] = correctAtRandom(opened, records);
  return [
    ['records', String(records)],
    ['file', `${(file.length / 1e6).toFixed(1)} MB`],
    ['findings', String(errors + warnings + infos)],
    [`open and check, median of ${runs}`, ms(at(opening, 0.5))],
    ['  slowest', ms(Math.max(...opening))],
    ['floor: one look at every byte', ms(at(looking, 0.5))],
    ['  open and check, times the floor', (at(opening, 0.5) / at(looking, 0.5)).toFixed(1)],
    ['put every finding into words', ms(listing)],
    [`correct one cell, median of ${cells}`, ms(at(corrections, 0.5))],
    ['  95 of 100 are faster than', ms(at(corrections, 0.95))],
    ['  slowest', ms(Math.max(...corrections))],
    ['  of opening and checking anew', `1/${(at(opening, 0.5) / at(corrections, 0.5)).toFixed(0)}`],
    ['undo it, median', ms(at(undoings, 0.5))],
    ['  95 of 100 are faster than', ms(at(undoings, 0.95))],
    ['held by the open delivery, file not counted', `${holds.toFixed(0)} MB`],
    ['most memory of the process so far', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`],
  ];
}

/** Cells of any record and field, each given the value of another record and then its own again. */
function correctAtRandom(delivery: OpenedDelivery, records: number): [corrections: number[], undoings: number[]] {
  const chance = chanceFrom(20_261_101);
  const corrections: number[] = [];
  const undoings: number[] = [];
  while (corrections.length < cells) {
    const record = 1 + Math.floor(chance() * records);
    const variable = november2026.variables[Math.floor(chance() * november2026.variables.length)]!;
    const [own, other] = [record, 1 + Math.floor(chance() * records)].map((one) => delivery.record(one));
    const text = other?.[variable.number - 1] ?? '';
    // A record with a wrong number of values cannot be corrected; the same value again is no correction.
    if (own?.length !== november2026.variables.length || text === own[variable.number - 1]) continue;
    let before = '';
    corrections.push(timed(() => (before = delivery.correct({ record, variable: variable.id }, text).before)));
    undoings.push(timed(() => delivery.correct({ record, variable: variable.id }, before)));
  }
  return [corrections, undoings];
}

/** Counts semicolons and line ends, as the least that any reader must do. */
function separatorsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === 0x3b || bytes[index] === 0x0a) count += 1;
  return count;
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function at(measures: readonly number[], share: number): number {
  const sorted = [...measures].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Buffers are given back a while after what held them. */
async function heldMb(): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    collectGarbage();
    await setTimeout(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function ms(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`;
}

function print(rows: readonly (readonly [string, string])[]): void {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const [what, measured] of rows) process.stdout.write(`${what.padEnd(widths[0]!)}  ${measured.padStart(widths[1]!)}\n`);
  process.stdout.write('\n');
}

/** The same numbers from 0 to 1 every time (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
