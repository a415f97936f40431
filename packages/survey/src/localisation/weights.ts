import { textsOf } from '../engine/table.ts';
import type { Validation } from '../validation/validation.ts';

/** What it costs to doubt a field: amounts and times are oftener wrong than codes, and those than what identifies. */
const weights = { numbers: 1, codes: 2, identifiers: 5 } as const;
/** A value that is the same as last year is doubted less. */
const asLastYear = 1.5;

/** Weights of the fields of a record in the search for the smallest set. @param record 0-based */
export function weightsOf({ table, around, edition }: Validation, record: number): readonly number[] {
  const { panel } = around;
  const matched = panel ? panel.match(record, 'any') : -1;
  const now = textsOf(table, record);
  const last = panel && matched >= 0 ? textsOf(panel.last.table, matched) : undefined;
  const isIdentifier = new Set(identifiers(edition.roles));
  return table.columns.map(({ variable: { id, unit, form } }, index) => {
    // A text of digits is a number that somebody or something has been given.
    const isGiven = (unit === 'number' && form === 'A/N') || isIdentifier.has(id);
    const weight = isGiven ? weights.identifiers : form === 'N' ? weights.numbers : weights.codes;
    return last?.[index] === now[index] ? weight * asLastYear : weight;
  });
}

/** Fields that say who, or which employment, a record is about. */
const identifiers = (roles: Validation['edition']['roles']): readonly (string | undefined)[] => [
  roles?.person,
  roles?.employment,
  roles?.unitCode,
];
