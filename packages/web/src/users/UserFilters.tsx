import { userTexts as texts } from '@insamling/texts';
import type { UsersSearch } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Field } from '../ui/Field.tsx';
import { SearchField } from '../ui/SearchField.tsx';

interface UserFiltersProps {
  readonly word: string;
  readonly onWord: (word: string) => void;
  readonly search: UsersSearch;
  readonly onSearch: (next: UsersSearch) => void;
}

/** A word, a role, a status and a unit. */
export function UserFilters({ word, onWord, search, onSearch }: UserFiltersProps) {
  const units = useAnswer('listUnits', {});
  const options = {
    roll: Object.entries(texts.roleNames),
    status: Object.entries(texts.statuses),
    enhet: (units.data ?? []).map(({ unit, name }) => [unit, `${name} ${unit}`] as const),
  };
  return (
    <div className="filters" role="search">
      <SearchField label={texts.search} value={word} onChange={onWord} />
      {(['roll', 'status', 'enhet'] as const).map((name) => (
        <Field key={name} label={labels[name]}>
          {(control) => (
            <select {...control} value={search[name] ?? ''} onChange={(event) => onSearch({ ...search, [name]: event.target.value })}>
              <option value="">{name === 'status' ? texts.allButEnded : texts.all}</option>
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
  );
}

const labels = { roll: texts.role, status: texts.status, enhet: texts.unit } as const;
