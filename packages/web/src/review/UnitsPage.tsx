import type { UnitRow } from '@insamling/contract';
import { reviewTexts } from '@insamling/texts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { paths, type UnitsSearch } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { rememberUnits } from './last-units.ts';
import { unitRows } from './unit-rows.ts';
import { UnitFilters } from './UnitFilters.tsx';
import { UnitsTable } from './UnitsTable.tsx';

/** Organisationer: one row per reporting unit, all on one page; filter, search and order are in the address. */
export function UnitsPage() {
  const search = useSearch({ from: '/granskning/organisationer' });
  const navigate = useNavigate();
  const units = useAnswer('listUnits', {});
  useEffect(() => rememberUnits(search), [search]);
  const show = (next: UnitsSearch) => void navigate({ ...paths.units(next), replace: true, resetScroll: false });
  return (
    <>
      <PageTitle title={texts.title} />
      <Answer of={units} lines={12}>
        {(data) => <Units units={data} search={search} onSearch={show} />}
      </Answer>
    </>
  );
}

const texts = reviewTexts.units;

interface UnitsProps {
  readonly units: readonly UnitRow[];
  readonly search: UnitsSearch;
  readonly onSearch: (next: UnitsSearch) => void;
}

function Units({ units, search, onSearch }: UnitsProps) {
  // The table may come a moment after the field one types in.
  const asked = useDeferredValue(search);
  const shown = useMemo(() => unitRows(units, asked), [units, asked]);
  return (
    <>
      <UnitFilters units={units} search={search} onSearch={onSearch} />
      <p role="status">{texts.count(shown.length, units.length)}</p>
      {shown.length === 0 ? (
        <>
          <p>{texts.none}</p>
          <button type="button" className="button-secondary" onClick={() => onSearch({})}>
            {texts.clear}
          </button>
        </>
      ) : (
        <UnitsTable rows={shown} search={asked} onSearch={onSearch} />
      )}
    </>
  );
}
