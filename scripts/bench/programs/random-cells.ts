import { november2026 } from '../../../packages/survey/src/editions/november-2026/index.ts';
import type { CellChange, OpenedDelivery } from '../../../packages/survey/src/index.ts';
import { chanceFrom } from '../statistics.ts';

/** Corrections of any record and field, each to the value another record has there. The same ones every time. */
export function randomCells(delivery: OpenedDelivery, count: number, seed: number): CellChange[] {
  const chance = chanceFrom(seed);
  const { variables } = november2026;
  const { records } = delivery.file;
  const changes: CellChange[] = [];
  while (changes.length < count) {
    const record = 1 + Math.floor(chance() * records);
    const place = Math.floor(chance() * variables.length);
    const [own, other] = [record, 1 + Math.floor(chance() * records)].map((one) => delivery.record(one));
    // A record with a wrong number of values cannot be corrected; the same value again is no correction.
    if (own?.length !== variables.length || other?.length !== variables.length || own[place] === other[place]) continue;
    changes.push({ record, variable: variables[place]!.id, text: other[place]! });
  }
  return changes;
}
