import { textOf } from '../engine/table.ts';
import type { FieldRemedy, Proposal } from '../remedy/remedy.ts';
import type { Slot } from '../validation/slot.ts';
import type { Validation } from '../validation/validation.ts';

/** So many are shown of one field; of several fields together the best alone. */
const mostWays = 3;
/** Trials a set is worth. */
const mostTrials = 9;

type Cells = Proposal['cells'];

/**
 * Proposed values of all fields together, each tried on the record: what each field may be by itself need not fit the others.
 * @param isSolved whether the record as it stands keeps the rules
 */
export function waysOf(validation: Validation, record: number, fields: readonly FieldRemedy[], isSolved: () => boolean): Proposal[] {
  const { table } = validation;
  const before = hitsOf(validation, record);
  const bringsNothing = (): boolean => [...hitsOf(validation, record)].every((slot) => before.has(slot));
  const mends = (cells: Cells): boolean => supposing(validation, record, cells, () => isSolved() && bringsNothing());
  const ways = combined(fields)
    .slice(0, mostTrials)
    .map((choice): Proposal => ({
      mechanism: fields[0]!.mechanisms![choice[0]!]!,
      cells: fields.map(({ field, texts }, place) => ({
        variable: field,
        before: textOf(table, record, table.indexOf[field]!),
        text: texts[choice[place]!]!,
      })),
    }));
  const found: Proposal[] = [];
  for (const way of ways) {
    if (found.length === (fields.length === 1 ? mostWays : 1)) break;
    if (mends(way.cells)) found.push(way);
  }
  return found;
}

/** Looks at the record as it would be with all the cells changed. */
function supposing(validation: Validation, record: number, [first, ...others]: Cells, look: () => boolean): boolean {
  if (!first) return look();
  const column = validation.table.indexOf[first.variable]!;
  return validation.supposing(record, column, first.text, () => supposing(validation, record, others, look));
}

/** Errors and warnings that the record as it stands raises, silenced or not: what another finding hid was there all the time. */
const hitsOf = ({ slots }: Validation, record: number): Set<Slot> =>
  new Set(slots.filter(({ severity, bits, test }) => severity !== 'info' && bits && (test ? test(record) : bits.has(record))));

/** Which text of each field, the best of all first; none where a field has no proposed value. */
function combined(fields: readonly FieldRemedy[]): number[][] {
  let choices: number[][] = [[]];
  for (const { mechanisms = [] } of fields) choices = choices.flatMap((choice) => mechanisms.map((_, place) => [...choice, place]));
  return choices.toSorted((one, other) => sum(one) - sum(other));
}

const sum = (places: readonly number[]): number => places.reduce((total, place) => total + place, 0);
