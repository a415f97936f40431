import type { DeliveryFacts } from '../definition/unit.ts';
import type { Mask as MaskOf, Masks } from '../engine/masks.ts';
import type { Question as QuestionOf } from '../engine/questions.ts';
import type { Column, Table } from '../engine/table.ts';
import { indexOf, type Ground } from './ground.ts';
import type { PersonalNumbers } from './personal-numbers.ts';

export { indexOf };

/** What conditions may look up beside the record: what the survey says, and the file. */
export interface Surroundings extends Ground {
  /** What the survey says alone. */
  readonly ground: Ground;
  readonly table: Table;
  readonly masks: Masks<Surroundings>;
  /** By field, of those that have been asked about. */
  readonly personalNumbers: Map<string, PersonalNumbers>;
  readonly facts: DeliveryFacts;
  /** Last year's records, and which of them is this record's; absent when only its measures are known, or nothing. */
  readonly panel?: Panel;
}

export type Question = QuestionOf<Surroundings>;
export type Mask = MaskOf<Surroundings>;

/** Last year's delivery beside this one. A match is a record of last year, 0-based, or -1. */
export interface Panel {
  readonly last: Surroundings;
  match(record: number, by: 'any' | 'employmentId'): number;
  /** The matches of all records, of which those from one up to another are known. Not to be kept. */
  matches(by: 'any' | 'employmentId', from: number, to: number): Int32Array;
  /** Columns that matching hangs on. */
  readonly reads: readonly number[];
  /** Whether last year's delivery has the person of the record. */
  hasPerson(record: number): boolean;
  /** To be called when something has been written that matching hangs on. */
  forget(): void;
}

/** What the measures of an aggregate rule are for the group that is asked about. */
export interface Measured {
  now: Readonly<Record<string, number>>;
  last: Readonly<Record<string, number>> | undefined;
}

export type Test = (record: number) => boolean;
export type Params = Readonly<Record<string, number | string>>;
/** Of a rule without any: the same one, by which what is known of it is remembered. */
export const noParams: Params = {};

export const columnOf = (around: Surroundings, field: string): Column => around.table.columns[indexOf(around, field)]!;

export function paramOf(name: string, params: Params): number | string {
  const value = params[name];
  if (value === undefined) throw new Error(`The rule has no parameter ${name}`);
  return value;
}
