import type { PlantedError } from '../manifest.ts';
import type { Random } from '../random.ts';
import { numberOf, placeOf, textOf, type Row } from '../rows.ts';

/** A fault between records: finds untouched records that can have it, makes it, and says every finding it gives. */
export interface PairFault {
  readonly rule: string;
  /** How many records become findings. */
  readonly size: 2 | 3;
  plant(records: UntouchedRecords, random: Random): readonly PlantedError[] | undefined;
}

/** Records without a planted error, by index from 0. */
export interface UntouchedRecords {
  readonly rows: Row[];
  /** Picks untouched records of persons who have no other record. */
  single(random: Random, may: (row: Row) => boolean): number | undefined;
  /** Picks two untouched records of one person. */
  twoOfOnePerson(random: Random): readonly [number, number] | undefined;
  touch(index: number): void;
}

const isFullTime = (row: Row): boolean =>
  textOf(row, 'payForm') === 'M' && numberOf(row, 'agreedEmploymentRate') === 10_000 && textOf(row, 'absenceReason') === '';

export const pairFaults: readonly PairFault[] = [
  {
    rule: 'K-01',
    size: 2,
    plant(records, random) {
      const [original, copy] = singles(records, random, 2);
      if (original === undefined || copy === undefined) return undefined;
      const originalText = rowText(records, original);
      const trueText = rowText(records, copy);
      records.rows[copy] = [...(records.rows[original] ?? [])];
      return [
        { record: original + 1, field: null, rule: 'K-01', trueValue: originalText, plantedValue: originalText },
        { record: copy + 1, field: null, rule: 'K-01', trueValue: trueText, plantedValue: originalText },
      ];
    },
  },
  {
    rule: 'K-02',
    size: 2,
    plant(records, random) {
      const two = records.twoOfOnePerson(random);
      if (two === undefined) return undefined;
      const [first, second] = two;
      records.touch(first);
      records.touch(second);
      const id = textOf(records.rows[first] ?? [], 'employmentId');
      const trueValue = textOf(records.rows[second] ?? [], 'employmentId');
      write(records, second, 'employmentId', id);
      return [
        { record: first + 1, field: 'employmentId', rule: 'K-02', trueValue: id, plantedValue: id },
        { record: second + 1, field: 'employmentId', rule: 'K-02', trueValue, plantedValue: id },
      ];
    },
  },
  {
    rule: 'K-04',
    size: 3,
    plant(records, random) {
      // Three full-time records under one number: 300 percent. The number is of one old enough for all three employments.
      const [person, ...others] = singles(records, random, 3, isOldEnough);
      const number = person === undefined ? '' : textOf(records.rows[person] ?? [], 'personalNumber');
      if (person === undefined || others.length < 2) return undefined;
      return [person, ...others].map((index): PlantedError => {
        const trueValue = textOf(records.rows[index] ?? [], 'personalNumber');
        write(records, index, 'personalNumber', number);
        return { record: index + 1, field: 'personalNumber', rule: 'K-04', trueValue, plantedValue: number };
      });
    },
  },
];

/** Employed in this century and born in the last one before 1985: whoever's number it is, at least thirteen at the start. */
const isOldEnough = (row: Row): boolean =>
  isFullTime(row) &&
  numberOf(row, 'employedFrom') > 20_000_101 &&
  Number(textOf(row, 'personalNumber').slice(0, 2)) > 40 &&
  Number(textOf(row, 'personalNumber').slice(0, 2)) < 85;

/** So many different single records, touched; none when there are too few. */
function singles(records: UntouchedRecords, random: Random, wanted: number, may: (row: Row) => boolean = () => true): readonly number[] {
  const found: number[] = [];
  while (found.length < wanted) {
    const index = records.single(random, (row) => may(row) && !found.some((other) => records.rows[other] === row));
    if (index === undefined) return [];
    found.push(index);
  }
  for (const index of found) records.touch(index);
  return found;
}

const rowText = ({ rows }: UntouchedRecords, index: number): string => (rows[index] ?? []).join(';');

function write({ rows }: UntouchedRecords, index: number, field: 'employmentId' | 'personalNumber', text: string): void {
  const row = rows[index];
  if (row !== undefined) row[placeOf(field)] = text;
}
