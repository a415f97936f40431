import type { VariableId } from '../editions/november-2026/variables.ts';

/**
 * One finding of a hard rule that validating the file must give, and what is really true.
 * `field` is null when the whole row is wrong (a copy of another): then the values are rows. Where a rule looks at several
 * records, each record that will be a finding has its entry; in one that is itself right both values are equal.
 */
export interface PlantedError {
  /** 1-based among the data records. */
  readonly record: number;
  readonly field: VariableId | null;
  readonly rule: string;
  readonly trueValue: string;
  readonly plantedValue: string;
}

/** What a generated file holds; beside the file it is the answer book for everything that looks for errors. */
export interface Manifest {
  readonly unit: { readonly codes: readonly string[]; readonly name: string };
  readonly year: number;
  readonly seed: number;
  readonly records: number;
  readonly errorShare: number;
  /** Planted findings per hard rule. */
  readonly counts: Readonly<Record<string, number>>;
  /** In the order of the records. */
  readonly errors: readonly PlantedError[];
}
