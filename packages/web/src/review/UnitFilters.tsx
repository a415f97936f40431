import type { DeliveryState, UnitRow } from '@insamling/contract';
import { deliveryTexts, reviewTexts, unitTexts } from '@insamling/texts';
import type { UnitsSearch } from '../paths.ts';
import { Field } from '../ui/Field.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import style from './review.module.css';
import { hasStatus } from './unit-rows.ts';

interface UnitFiltersProps {
  readonly units: readonly UnitRow[];
  readonly search: UnitsSearch;
  readonly onSearch: (next: UnitsSearch) => void;
}

/** Status, type, county and a word; under them what is chosen, with how many it holds for. */
export function UnitFilters({ units, search, onSearch }: UnitFiltersProps) {
  const counties = [...new Set(units.map(({ county }) => county))].filter(Boolean).toSorted(new Intl.Collator('sv').compare);
  const kinds = [...new Set(units.map(({ kind }) => kind))];
  const options = {
    status: Object.entries(statuses),
    typ: kinds.map((kind) => [kind, unitTexts.kinds[kind]] as const),
    lan: counties.map((county) => [county, county] as const),
  };
  return (
    <>
      <div className="filters" role="search">
        <SearchField label={texts.search} value={search.sok ?? ''} onChange={(sok) => onSearch({ ...search, sok })} />
        {(['status', 'typ', 'lan'] as const).map((name) => (
          <Field key={name} label={labels[name]}>
            {(control) => (
              <select {...control} value={search[name] ?? ''} onChange={(event) => onSearch({ ...search, [name]: event.target.value })}>
                <option value="">{texts.all}</option>
                {options[name].map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <Chips units={units} search={search} onSearch={onSearch} />
    </>
  );
}

const texts = reviewTexts.units;
const labels = { status: texts.status, typ: texts.kind, lan: texts.county } as const;
const statuses: Readonly<Record<string, string>> = {
  ...(deliveryTexts.states satisfies Record<DeliveryState, string>),
  forsenad: deliveryTexts.late,
  uppskov: deliveryTexts.extended,
  obesvarade: texts.unanswered,
};

function Chips({ units, search, onSearch }: UnitFiltersProps) {
  const holds = {
    status: (row: UnitRow, value: string) => hasStatus(row, value),
    typ: (row: UnitRow, value: string) => row.kind === value,
    lan: (row: UnitRow, value: string) => row.county === value,
  };
  const chosen = (['status', 'typ', 'lan'] as const).flatMap((name) => {
    const value = search[name];
    if (!value) return [];
    const label =
      name === 'status' ? (statuses[value] ?? value) : name === 'typ' ? (unitTexts.kinds[value as UnitRow['kind']] ?? value) : value;
    return [{ name, label, count: units.filter((row) => holds[name](row, value)).length }];
  });
  if (chosen.length === 0) return null;
  return (
    <ul className={style['chips']}>
      {chosen.map(({ name, label, count }) => (
        <li key={name}>
          <button
            type="button"
            className={style['chip']}
            aria-label={texts.removeChip(labels[name], label)}
            onClick={() => onSearch({ ...search, [name]: '' })}
          >
            {texts.chip(labels[name], label, count)} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="button-quiet" onClick={() => onSearch(search.sort ? { sort: search.sort } : {})}>
          {texts.clear}
        </button>
      </li>
    </ul>
  );
}
