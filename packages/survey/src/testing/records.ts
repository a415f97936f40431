import { november2026 } from '../editions/november-2026/index.ts';
import { variables, type VariableId } from '../editions/november-2026/variables.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { frameUnitOf, generate } from '../generator/index.ts';
import { openDelivery, type OpenedDelivery } from '../open-delivery.ts';
import { bytesOf } from './bytes.ts';

/** The texts of one record in layout order. */
export type Row = readonly string[];
export type Cells = Readonly<Partial<Record<VariableId, string>>>;

export const placeOf = (id: VariableId): number => variables.findIndex((variable) => variable.id === id);

/** Records without a finding, of persons who do not exist. */
export function cleanRows(unit: string, records: number, seed = 1): string[][] {
  return new TextDecoder()
    .decode(generate({ unit, records, seed }).file)
    .split('\r\n')
    .slice(0, -1)
    .map((row) => row.split(';'));
}

/** The record with some of its cells changed. */
export function withCells(row: Row, cells: Cells): string[] {
  const changed = [...row];
  for (const [id, text] of Object.entries(cells)) changed[placeOf(id as VariableId)] = text;
  return changed;
}

export const fileOf = (rows: readonly Row[]): Uint8Array<ArrayBuffer> => bytesOf(rows.map((row) => `${row.join(';')}\r\n`).join(''));

/** What the portal knows when the unit delivers. */
export function factsOf(code: string): DeliveryFacts {
  const unit = frameUnitOf(code);
  return { unit, employers: [{ organisationNumber: unit.organisationNumber, isCompany: false }] };
}

export const openRows = (unit: string, rows: readonly Row[]): OpenedDelivery => openDelivery(november2026, fileOf(rows), factsOf(unit));
