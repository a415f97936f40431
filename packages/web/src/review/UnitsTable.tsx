import type { UnitRow } from '@insamling/contract';
import { count, dayInShort, deliveryTexts, instantInShort, reviewTexts, unitTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { StateTag } from '../deliveries/index.ts';
import { paths, type UnitsSearch } from '../paths.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { SortHeader } from '../ui/SortHeader.tsx';
import style from './review.module.css';
import { sortingOf, sortText } from './unit-rows.ts';

interface UnitsTableProps {
  readonly rows: readonly UnitRow[];
  readonly search: UnitsSearch;
  readonly onSearch: (next: UnitsSearch) => void;
}

/** The units as an ordinary table with a heading that stays. */
export function UnitsTable({ rows, search, onSearch }: UnitsTableProps) {
  const sorting = sortingOf(search.sort);
  const header = (column: string, label: string, isNumber = false) => (
    <SortHeader
      column={column}
      label={label}
      sorting={sorting}
      isNumber={isNumber}
      onSort={(next) => onSearch({ ...search, sort: sortText(next) })}
    />
  );
  return (
    <Scroller label={texts.table} className={style['units'] ?? ''}>
      <table className="table">
        <thead>
          <tr>
            {header('namn', texts.name)}
            {header('typ', texts.kind)}
            {header('lan', texts.county)}
            {header('status', texts.status)}
            {header('rader', texts.rows, true)}
            {header('fel', texts.errors, true)}
            {header('varningar', texts.warnings, true)}
            {header('kommentarer', texts.comments, true)}
            {header('handelse', texts.lastEvent)}
            {header('senaste', texts.dueOn)}
            {header('meddelanden', texts.unanswered, true)}
            {header('personer', texts.people, true)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.unit} row={row} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

const texts = reviewTexts.units;

const Row = memo(function Row({ row }: { readonly row: UnitRow }) {
  return (
    <tr>
      <th scope="row">
        <Link {...paths.unit(row.unit)} preload={false}>
          {row.name}
        </Link>{' '}
        <span className="muted">{row.unit}</span>
      </th>
      <td>{unitTexts.kinds[row.kind]}</td>
      <td>{row.county}</td>
      <td>
        <StateTag state={row.state} /> {row.isLate && <span className="tag tag-error">{deliveryTexts.late}</span>}{' '}
        {row.isExtended && <span className="tag">{deliveryTexts.extended}</span>}
      </td>
      <Number value={row.records} />
      <Number value={row.errors} />
      <Number value={row.warnings} />
      <Number value={row.explanations} />
      <td>{row.lastEventAt && instantInShort(row.lastEventAt)}</td>
      <td>{row.dueOn && dayInShort(row.dueOn)}</td>
      <Number value={row.unansweredThreads || null} />
      <Number value={row.people} />
    </tr>
  );
});

function Number({ value }: { readonly value: number | null }) {
  return <td className="number">{value !== null && count(value)}</td>;
}
