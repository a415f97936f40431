import { systemPerson } from '@insamling/contract';
import { auditTexts as texts, eventKinds } from '@insamling/texts';
import type { EventsSearch } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Field } from '../ui/Field.tsx';
import style from './audit.module.css';

interface EventFiltersProps {
  readonly search: EventsSearch;
  readonly onSearch: (next: EventsSearch) => void;
}
type Choices = readonly (readonly [value: string, label: string])[];

/** From, to, person, unit, what happened and how it went. */
export function EventFilters({ search, onSearch }: EventFiltersProps) {
  const filters = useAnswer('listEventFilters', {});
  const people: Choices = [
    [systemPerson, texts.system],
    ...(filters.data?.people ?? []).map(({ person, name }) => [person, name] as const),
  ];
  const units: Choices = (filters.data?.units ?? []).map(({ unit, name }) => [unit, `${name} (${unit})`]);
  const choose = (name: keyof EventsSearch, value: string) => onSearch({ ...search, [name]: value || undefined });
  const day = (name: 'fran' | 'till', label: string) => (
    <Field label={label}>
      {(control) => <input {...control} type="date" value={search[name] ?? ''} onChange={(event) => choose(name, event.target.value)} />}
    </Field>
  );
  const choice = (name: 'person' | 'enhet' | 'handelse' | 'resultat', label: string, all: string, choices: Choices) => (
    <Field label={label}>
      {(control) => (
        <select {...control} value={search[name] ?? ''} onChange={(event) => choose(name, event.target.value)}>
          <option value="">{all}</option>
          {withChosen(choices, search[name]).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <div className={`filters ${style['filters']}`} role="search">
      {day('fran', texts.from)}
      {day('till', texts.to)}
      {choice('person', texts.person, texts.everybody, people)}
      {choice('enhet', texts.unit, texts.allUnits, units)}
      {choice('handelse', texts.kind, texts.allKinds, kinds)}
      {choice('resultat', texts.outcome, texts.allOutcomes, Object.entries(texts.outcomes))}
      <button type="button" className="button-quiet" onClick={() => onSearch({})}>
        {texts.clear}
      </button>
    </div>
  );
}

/** What the address names and no list holds (a pseudonym without a name) is still shown as chosen. */
const withChosen = (choices: Choices, chosen: string | undefined): Choices =>
  chosen === undefined || choices.some(([value]) => value === chosen) ? choices : [[chosen, chosen], ...choices];

const swedish = new Intl.Collator('sv');
const kinds: Choices = Object.entries(eventKinds).toSorted(([, one], [, other]) => swedish.compare(one, other));
