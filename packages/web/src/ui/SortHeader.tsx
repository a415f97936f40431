export interface Sorting {
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
}

interface SortHeaderProps {
  readonly column: string;
  readonly label: string;
  readonly sorting: Sorting;
  readonly onSort: (next: Sorting) => void;
  readonly isNumber?: boolean;
}

/** A table heading that sorts: first in the column's own direction, then the other way. */
export function SortHeader({ column, label, sorting, onSort, isNumber = false }: SortHeaderProps) {
  const isSorted = sorting.by === column;
  const next = isSorted && sorting.direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={isNumber ? 'number' : undefined} aria-sort={isSorted ? sorting.direction : undefined}>
      <button type="button" className="sort" onClick={() => onSort({ by: column, direction: next })}>
        {label}
        <span aria-hidden="true" className="sort-mark">
          {isSorted ? (sorting.direction === 'ascending' ? '▲' : '▼') : '↕'}
        </span>
      </button>
    </th>
  );
}
