import { median, timed } from '../statistics.ts';
import { unit } from '../unit.ts';
import { bytesOf, check, factsOf } from './facts.ts';
import { randomCells } from './random-cells.ts';

/** Corrects cells one by one. Tells the time of each after the first ones, and that of a warm full run. */
const [path, count, runs] = process.argv.slice(2);
const warmUps = 200;
const file = bytesOf(path!);
const facts = factsOf(unit);
const full = Array.from({ length: Number(runs) }, () => timed(() => check(file, facts)));
const delivery = check(file, facts);
const times = randomCells(delivery, warmUps + Number(count), 20_261_101).map(({ record, variable, text }) =>
  timed(() => delivery.correct({ record, variable }, text)),
);
process.stdout.write(JSON.stringify({ edits: times.slice(warmUps), full: median(full.slice(-5)) }));
