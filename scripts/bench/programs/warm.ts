import { scan } from '../scan.ts';
import { timed } from '../statistics.ts';
import { unit } from '../unit.ts';
import { bytesOf, check, factsOf } from './facts.ts';

/** Checks one file over and over in one process, and looks at its bytes in between. Tells the times after the first ones. */
const [runs, path, lastYear] = process.argv.slice(2);
const file = bytesOf(path!);
const last = lastYear === undefined ? undefined : bytesOf(lastYear);
const facts = factsOf(unit, last);
const warmUps = 5;
const checking: number[] = [];
const scanning: number[] = [];
for (let run = 0; run < warmUps + Number(runs); run += 1) {
  const milliseconds = timed(() => check(file, facts));
  const floor = timed(() => scan(file) + (last ? scan(last) : 0));
  if (run < warmUps) continue;
  checking.push(milliseconds);
  scanning.push(floor);
}
process.stdout.write(JSON.stringify({ checking, scanning }));
