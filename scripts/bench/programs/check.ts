import { unit } from '../unit.ts';
import { timed } from '../statistics.ts';
import { bytesOf, check, factsOf } from './facts.ts';

/** Checks one file, with last year's when it is named, and tells how long the check took in this new process. */
const [path, lastYear] = process.argv.slice(2);
const file = bytesOf(path!);
const facts = factsOf(unit, lastYear === undefined ? undefined : bytesOf(lastYear));
const milliseconds = timed(() => check(file, facts));
process.stdout.write(JSON.stringify({ milliseconds }));
