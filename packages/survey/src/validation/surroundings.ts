import type { CodeList } from '../definition/code-list.ts';
import type { Layout, Roles } from '../definition/layout.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import type { Masks } from '../engine/masks.ts';
import type { Column, Table } from '../engine/table.ts';
import type { PersonalNumbers } from './personal-numbers.ts';

/** What conditions may look up beside the record. */
export interface Surroundings {
  readonly table: Table;
  readonly masks: Masks;
  /** By field, of those that have been asked about. */
  readonly personalNumbers: Map<string, PersonalNumbers>;
  readonly facts: DeliveryFacts;
  readonly referenceYear: number;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly roles: Roles;
  /** That the layout asks for; left out: semicolon. */
  readonly separator?: string;
  /** An empty number and zero are not the same. */
  readonly zeroIsValue?: boolean;
  readonly dates?: NonNullable<Layout['dates']>;
  /** Last year's records, and which of them is this record's; absent when only its measures are known, or nothing. */
  readonly panel?: Panel;
}

/** Last year's delivery beside this one. A match is a record of last year, 0-based, or -1. */
export interface Panel {
  readonly last: Surroundings;
  match(record: number, by: 'any' | 'employmentId'): number;
  /** Columns that matching hangs on. */
  readonly reads: readonly number[];
  /** Whether last year's delivery has the person of the record. */
  hasPerson(record: number): boolean;
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

/** @throws Error for a field that does not exist: a fault of the edition, not of the file */
export function indexOf(around: Surroundings, field: string): number {
  const index = around.table.indexOf[field];
  if (index === undefined) throw new Error(`The layout has no field ${field}`);
  return index;
}

export function paramOf(name: string, params: Params): number | string {
  const value = params[name];
  if (value === undefined) throw new Error(`The rule has no parameter ${name}`);
  return value;
}
