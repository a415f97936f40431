import type { FrameUnit } from '../../editions/november-2026/frame.ts';
import type { VariableId } from '../../editions/november-2026/variables.ts';
import type { Random } from '../random.ts';
import type { Row } from '../rows.ts';

/** What a fault may know beside the row. */
export interface Surroundings {
  readonly year: number;
  readonly unit: FrameUnit;
  readonly random: Random;
  readonly persons: Persons;
}

/** Who is in the file, so that a fault in one record does not become a finding in another. */
export interface Persons {
  readonly hasOneRecord: (personalNumber: string) => boolean;
  /** True the first time a number that nobody in the file has is asked for. */
  readonly claim: (personalNumber: string) => boolean;
}

/** One wrong text in one field. */
export interface Slip {
  readonly field: VariableId;
  readonly text: string;
}

/** A way to break exactly one hard rule by one field of a right record. */
export interface Fault {
  readonly rule: string;
  /** True when the whole file looks wrong if too many records have it (field 1, number of fields): then few are given it. */
  readonly isFragile?: true;
  /** The slip, or undefined when the record cannot have this fault. */
  slip(row: Row, surroundings: Surroundings): Slip | undefined;
}
