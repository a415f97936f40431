import { userTexts as texts } from '@insamling/texts';
import { useEffect, useState } from 'react';
import type { UsersSearch } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Field } from '../ui/Field.tsx';

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
      <Word value={word} onChange={onWord} />
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

/** Searches when the user has stopped typing. */
function Word({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), 400);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Field label={texts.search}>
      {(control) => (
        <input
          {...control}
          type="search"
          autoComplete="off"
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Field>
  );
}
