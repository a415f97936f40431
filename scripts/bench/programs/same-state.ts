import { november2026 } from '../../../packages/survey/src/editions/november-2026/index.ts';
import type { OpenedDelivery } from '../../../packages/survey/src/index.ts';
import { unit } from '../unit.ts';
import { bytesOf, check, factsOf } from './facts.ts';
import { randomCells } from './random-cells.ts';

/** Compares what corrections leave behind with a full run over the corrected file, some times on the way. Tells how often they differ. */
const [path, rounds, perRound] = process.argv.slice(2);
const facts = factsOf(unit);
const file = bytesOf(path!);
const rows = Buffer.from(file.buffer)
  .toString('utf8')
  .split('\r\n')
  .slice(0, -1)
  .map((row) => row.split(';'));
const place = new Map(november2026.variables.map(({ id }, index) => [id as string, index]));
const delivery = check(file, facts);
let differing = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  for (const { record, variable, text } of randomCells(delivery, Number(perRound), round + 1)) {
    delivery.correct({ record, variable }, text);
    rows[record - 1]![place.get(variable)!] = text;
  }
  const corrected = new TextEncoder().encode(rows.map((row) => `${row.join(';')}\r\n`).join(''));
  if (spelled(delivery) !== spelled(check(corrected, facts))) differing += 1;
}
process.stdout.write(JSON.stringify({ differing }));

/** Everything that is said of the records: every finding with its key, every count, every measure. */
function spelled(opened: OpenedDelivery): string {
  return JSON.stringify([opened.findings(), opened.summary(), opened.measures()]);
}
