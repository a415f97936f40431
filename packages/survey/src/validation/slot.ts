import type { Rule } from '../definition/rule.ts';
import type { Bitset } from '../engine/bitset.ts';
import type { Severity } from '../findings/finding.ts';
import type { Mask, Test } from './surroundings.ts';

/**
 * A rule made ready for one file. Most rules are one slot; a form rule is one per column it looks at, and a rule with two
 * severities is two. What hits is one bit per record, or a list of findings on the file.
 */
export interface Slot {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Fields shown with the finding. */
  readonly fields: readonly string[];
  /** Column the slot looks at, for form rules that are asked cell by cell. */
  readonly column?: number;
  /** For slots on records. */
  readonly bits?: Bitset;
  readonly test?: Test;
  /** The same for all records at once, where the answer hangs on the record alone. */
  readonly mask?: Mask;
  /** For slots on the file: asks the whole file anew; an empty answer is no hit. */
  readonly onFile?: () => readonly FileHit[];
  /** Of slots on the file: what is asked, where that is not one question that always has an answer. */
  readonly questions?: () => Questions;
  /** Columns that the answer of a slot on the file hangs on; left out: those of its rule, or all where it names none. */
  readonly reads?: ReadonlySet<number>;
  /** Silences the slot while it hits, and is not told of itself. */
  readonly guard?: Slot;
  fileHits: readonly FileHit[];
  /** Slots that silence this one where they hit. */
  suppressors: readonly Slot[];
}

/** One that is asked of records. */
export type AskedOfRecords = Slot & { readonly bits: Bitset; readonly test: Test };

/** Findings of a slot that has not been asked, and slots that silence one which nothing silences. */
export const none: readonly never[] = [];

/** How many groups or fields a slot on the file is asked of, and of how many of them enough is known to answer. */
export interface Questions {
  readonly asked: number;
  readonly judged: number;
}

/** One finding on the file: fields it names and the gaps only it knows. */
export interface FileHit {
  readonly fields: readonly string[];
  readonly gaps: Readonly<Record<string, string>>;
  /** The groups it is about; a finding on one of them silences, one without groups silences all. */
  readonly about?: readonly string[];
  /** Row in the file, when the finding is about one. */
  readonly record?: number;
}

/** Hits of a slot on one record, those that silence it taken into account. */
export function evaluate(slot: Slot, record: number): boolean {
  if (!slot.test!(record)) return false;
  const { suppressors } = slot;
  // Thousands are asked after some corrections: by number, since nothing has to be made for that.
  for (let place = 0; place < suppressors.length; place += 1) if (silences(suppressors[place]!, slot, record)) return false;
  return true;
}

/** Whether a finding on the file stands although others of it were found. */
export function isSilencedOnFile({ suppressors }: Slot, hit: FileHit): boolean {
  return suppressors.some((suppressor) =>
    suppressor.bits
      ? suppressor.severity === 'fatal'
      : suppressor.fileHits.some(({ about = [] }) => about.length === 0 || about.some((group) => hit.about?.includes(group) === true)),
  );
}

/** A finding on the file silences where it names one of the slot's fields, or no field at all; one on a record, on that record. */
export function silences(suppressor: Slot, slot: Slot, record: number): boolean {
  if (suppressor.bits) return suppressor.bits.has(record);
  return (
    suppressor.fileHits.length > 0 &&
    suppressor.fileHits.some((hit) => hit.fields.length === 0 || hit.fields.some((name) => slot.fields.includes(name)))
  );
}
