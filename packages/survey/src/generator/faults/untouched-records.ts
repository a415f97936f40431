import type { Random } from '../random.ts';
import { textOf, type Row } from '../rows.ts';
import type { Persons } from './fault.ts';
import type { UntouchedRecords } from './pair-faults.ts';

const triesForSingle = 2000;

export interface Untouched extends UntouchedRecords {
  /** As the file was before any error was planted. */
  readonly persons: Persons;
  /** The records that have no planted error at the time of the call, in random order. */
  shuffled(random: Random): Generator<number>;
}

/** Keeps count of which records have a planted error, and which persons have several records. */
export function untouchedRecords(rows: Row[]): Untouched {
  const isTouched = new Uint8Array(rows.length);
  const recordsOf = recordsByPerson(rows);
  const claimed = new Set<string>();
  const isSingle = Uint8Array.from(rows, (row) => (recordsOf.get(textOf(row, 'personalNumber'))?.length === 1 ? 1 : 0));
  const several = [...recordsOf.values()].filter((records) => records.length > 1);
  return {
    rows,
    persons: {
      hasOneRecord: (number) => recordsOf.get(number)?.length === 1,
      claim(number) {
        const isFree = !recordsOf.has(number) && !claimed.has(number);
        claimed.add(number);
        return isFree;
      },
    },
    touch(index) {
      isTouched[index] = 1;
    },
    single(random, may) {
      for (let attempt = 0; attempt < triesForSingle; attempt += 1) {
        const index = random.between(0, rows.length - 1);
        const row = rows[index];
        if (row !== undefined && isSingle[index] === 1 && isTouched[index] === 0 && may(row)) return index;
      }
      return undefined;
    },
    twoOfOnePerson(random) {
      if (several.length === 0) return undefined;
      const start = random.between(0, several.length - 1);
      for (let step = 0; step < several.length; step += 1) {
        const [first, second] = several[(start + step) % several.length] ?? [];
        if (first !== undefined && second !== undefined && isTouched[first] === 0 && isTouched[second] === 0) return [first, second];
      }
      return undefined;
    },
    *shuffled(random) {
      const order = Uint32Array.from(rows.keys());
      for (let last = order.length - 1; last >= 0; last -= 1) {
        const other = random.between(0, last);
        const index = order[other] ?? 0;
        order[other] = order[last] ?? 0;
        order[last] = index;
        if (isTouched[index] === 0) yield index;
      }
    },
  };
}

function recordsByPerson(rows: readonly Row[]): Map<string, number[]> {
  const recordsOf = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const person = textOf(row, 'personalNumber');
    const records = recordsOf.get(person);
    if (records === undefined) recordsOf.set(person, [index]);
    else records.push(index);
  });
  return recordsOf;
}
