import type { PlantedError } from '../manifest.ts';
import type { Random } from '../random.ts';
import { placeOf, textOf, type Row } from '../rows.ts';
import { codeFaults } from './code-faults.ts';
import type { Fault, Surroundings } from './fault.ts';
import { formatFaults } from './format-faults.ts';
import { identityFaults } from './identity-faults.ts';
import { pairFaults } from './pair-faults.ts';
import { timeAndPayFaults } from './time-and-pay-faults.ts';
import { untouchedRecords, type Untouched } from './untouched-records.ts';

const faults: readonly Fault[] = [...formatFaults, ...identityFaults, ...codeFaults, ...timeAndPayFaults];

/** Every hard rule that can be broken on purpose. */
export const plantableRules: readonly string[] = [...faults, ...pairFaults].map(({ rule }) => rule);

type AroundFile = Omit<Surroundings, 'persons'>;

/** About one planted error in forty is between records. */
const pairShare = 0.025;

/**
 * Breaks a share of the records, one error each, spread over the rules; the rows are changed in place.
 * @param share 0 to 1; so many records, rounded, become findings
 */
export function plantShare(rows: Row[], share: number, aroundFile: AroundFile): readonly PlantedError[] {
  const { random } = aroundFile;
  const wanted = Math.round(rows.length * share);
  const untouched = untouchedRecords(rows);
  const surroundings = { ...aroundFile, persons: untouched.persons };
  const errors: PlantedError[] = [];
  for (const fault of pairFaults) {
    const times = wanted < 20 ? 0 : Math.max(1, Math.round((wanted * pairShare) / fault.size));
    for (let time = 0; time < times; time += 1) errors.push(...(fault.plant(untouched, random) ?? []));
  }
  const given = new Map<Fault, number>();
  for (const index of untouched.shuffled(random)) {
    if (errors.length >= wanted) break;
    const error = firstThatFits(
      rows,
      index,
      leastGivenFirst(given, random),
      surroundings,
      (fault) => (given.get(fault) ?? 0) < mostOf(fault, rows.length),
    );
    if (error === undefined) continue;
    given.set(error.fault, (given.get(error.fault) ?? 0) + 1);
    errors.push(plantSlip(rows, untouched, index, error));
  }
  return inOrder(errors);
}

/** Breaks every rule that the file has a record for, once. */
export function plantOneOfEach(rows: Row[], aroundFile: AroundFile): readonly PlantedError[] {
  const { random } = aroundFile;
  const untouched = untouchedRecords(rows);
  const surroundings = { ...aroundFile, persons: untouched.persons };
  const errors = pairFaults.flatMap((fault) => fault.plant(untouched, random) ?? []);
  for (const fault of faults) {
    for (const index of untouched.shuffled(random)) {
      const error = firstThatFits(rows, index, [fault], surroundings, () => true);
      if (error === undefined) continue;
      errors.push(plantSlip(rows, untouched, index, error));
      break;
    }
  }
  return inOrder(errors);
}

interface FittingSlip {
  readonly fault: Fault;
  readonly field: Parameters<typeof placeOf>[0];
  readonly text: string;
}

function firstThatFits(
  rows: Row[],
  index: number,
  candidates: Iterable<Fault>,
  surroundings: Surroundings,
  mayBeGiven: (fault: Fault) => boolean,
): FittingSlip | undefined {
  const row = rows[index] ?? [];
  for (const fault of candidates) {
    if (!mayBeGiven(fault)) continue;
    const slip = fault.slip(row, surroundings);
    if (slip !== undefined && slip.text !== textOf(row, slip.field)) return { fault, ...slip };
  }
  return undefined;
}

function plantSlip(rows: Row[], untouched: Untouched, index: number, { fault, field, text }: FittingSlip): PlantedError {
  const row = rows[index] ?? [];
  const trueValue = textOf(row, field);
  row[placeOf(field)] = text;
  untouched.touch(index);
  return { record: index + 1, field, rule: fault.rule, trueValue, plantedValue: text };
}

/** A file where half the records miss their code is another kind of wrong: the rules on the whole file would speak instead. */
const mostOf = ({ isFragile }: Fault, records: number): number =>
  isFragile ? Math.max(0, Math.floor((records - 1) / 5)) : Math.max(1, Math.floor(records / 3));

/** What few records can have comes first when one can, so that the errors are spread evenly over the rules. */
const leastGivenFirst = (given: ReadonlyMap<Fault, number>, random: Random): readonly Fault[] =>
  faults
    .map((fault) => ({ fault, order: (given.get(fault) ?? 0) + random.next() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ fault }) => fault);

const inOrder = (errors: readonly PlantedError[]): readonly PlantedError[] =>
  errors.toSorted((one, other) => one.record - other.record || (one.rule < other.rule ? -1 : 1));
