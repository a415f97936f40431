import { textOf } from '../engine/table.ts';
import type { Validation } from '../validation/validation.ts';

/** What it costs to doubt a field: amounts and times are oftener wrong than codes, and those than what identifies. */
const weights = { numbers: 1, codes: 2, identifiers: 5 } as const;
/** A value that is the same as last year is doubted less. */
const asLastYear = 1.5;

/** Weight of a field of a record in the search for the smallest set. @param record 0-based */
export function weightOf({ table, around, edition }: Validation, record: number, index: number): number {
  const { variable } = table.columns[index]!;
  const isIdentifier = variable.unit === 'number' || identifiers(edition.roles).includes(variable.id);
  const weight = isIdentifier ? weights.identifiers : variable.form === 'N' ? weights.numbers : weights.codes;
  const { panel } = around;
  const matched = panel ? panel.match(record, 'any') : -1;
  const isSame = panel !== undefined && matched >= 0 && textOf(panel.last.table, matched, index) === textOf(table, record, index);
  return isSame ? weight * asLastYear : weight;
}

/** Fields that say who, or which employment, a record is about. */
const identifiers = (roles: Validation['edition']['roles']): readonly (string | undefined)[] => [
  roles?.person,
  roles?.employment,
  roles?.unitCode,
];
