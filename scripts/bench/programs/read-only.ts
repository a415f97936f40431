import { readFileSync } from 'node:fs';
import { scan } from '../scan.ts';

/** The floor: reads the files named and looks at every byte. */
process.stdout.write(JSON.stringify(process.argv.slice(2).map((path) => scan(readFileSync(path)))));
