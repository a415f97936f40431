import { cpus } from 'node:os';
import { measures } from './bench/measures.ts';

/**
 * `npm run bench`, or `npm run bench -- P1 P6`: each goal of speed and memory with its figure, against what must be reached and
 * what would be fine. All 156 rules of the year, synthetic files with 2 % planted errors. Measures only: nothing fails here.
 */
const wanted = process.argv.slice(2);
const chosen = Object.entries(measures).filter(([goal]) => wanted.length === 0 || wanted.includes(goal));
process.stdout.write(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n\n`);
process.stdout.write('| goal | what | figure | must | ambition | |\n|---|---|---|---|---|---|\n');
for (const [, measure] of chosen)
  for (const { goal, what, figure, must, ambition, unit = '' } of await measure()) {
    const verdict = figure <= ambition ? 'fine' : figure <= must ? 'reached' : 'missed';
    process.stdout.write(
      `| ${goal} | ${what} | ${shown(figure)} ${unit} | ${shown(must)} ${unit} | ${shown(ambition)} ${unit} | ${verdict} |\n`,
    );
  }

function shown(figure: number): string {
  if (figure < 0.01) return `1/${Math.round(1 / figure)}`;
  return figure < 10 ? figure.toFixed(2) : figure.toFixed(0);
}
