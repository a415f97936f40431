import type { UnitRow } from '@insamling/contract';
import type { UnitsSearch } from '../paths.ts';
import type { Sorting } from '../ui/SortHeader.tsx';

/** A status as chosen in the filter: a state of the delivery, or a mark beside it. */
export const hasStatus = (row: UnitRow, status: string): boolean =>
  status === 'forsenad'
    ? row.isLate
    : status === 'uppskov'
      ? row.isExtended
      : status === 'obesvarade'
        ? row.unansweredThreads > 0
        : row.state === status;

/** The units the address asks for, in the order it asks for. */
export function unitRows(rows: readonly UnitRow[], search: UnitsSearch): readonly UnitRow[] {
  const word = (search.sok ?? '').trim().toLocaleLowerCase('sv');
  const { by, direction } = sortingOf(search.sort);
  const turn = direction === 'descending' ? -1 : 1;
  const column = columns[by as Column] ?? columns.namn;
  return rows
    .filter(
      (row) =>
        (!search.status || hasStatus(row, search.status)) &&
        (!search.typ || row.kind === search.typ) &&
        (!search.lan || row.county === search.lan) &&
        (word === '' || row.name.toLocaleLowerCase('sv').includes(word) || row.unit.startsWith(word)),
    )
    .toSorted((a, b) => compare(column(a), column(b), turn) || swedish.compare(a.name, b.name));
}

/** `fel` sorts by that column upwards, `-fel` downwards. */
export function sortingOf(sort: string | undefined): Sorting {
  if (!sort) return { by: 'namn', direction: 'ascending' };
  return sort.startsWith('-') ? { by: sort.slice(1), direction: 'descending' } : { by: sort, direction: 'ascending' };
}

export const sortText = ({ by, direction }: Sorting): string => (direction === 'descending' ? `-${by}` : by);

const swedish = new Intl.Collator('sv');

// In the order in which a delivery goes through them.
const states = ['notStarted', 'received', 'validated', 'returned', 'submitted', 'inReview', 'accepted'];

const columns = {
  namn: (row: UnitRow) => row.name,
  typ: (row: UnitRow) => row.kind,
  lan: (row: UnitRow) => row.county,
  status: (row: UnitRow) => states.indexOf(row.state),
  rader: (row: UnitRow) => row.records,
  fel: (row: UnitRow) => row.errors,
  varningar: (row: UnitRow) => row.warnings,
  kommentarer: (row: UnitRow) => row.explanations,
  handelse: (row: UnitRow) => row.lastEventAt,
  senaste: (row: UnitRow) => row.dueOn,
  meddelanden: (row: UnitRow) => row.unansweredThreads,
  personer: (row: UnitRow) => row.people,
} as const;

type Column = keyof typeof columns;
type Sortable = string | number | null;

/** What is missing comes last whichever way one sorts. */
function compare(a: Sortable, b: Sortable, turn: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : swedish.compare(String(a), String(b)));
}
