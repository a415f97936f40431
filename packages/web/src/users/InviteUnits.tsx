import type { UnitRole } from '@insamling/contract';
import { unitTexts, userTexts as texts } from '@insamling/texts';
import { useAnswer } from '../questions.ts';
import { Field } from '../ui/Field.tsx';
import style from './users.module.css';

export interface Place {
  /** Code; empty until one is chosen. */
  readonly unit: string;
  readonly role: UnitRole;
}

interface InviteUnitsProps {
  readonly places: readonly Place[];
  readonly onPlaces: (places: readonly Place[]) => void;
  readonly isChecked: boolean;
}

const most = 20;

/** One or several units, with a role in each. */
export function InviteUnits({ places, onPlaces, isChecked }: InviteUnitsProps) {
  const units = useAnswer('listUnits', {});
  const change = (index: number, next: Partial<Place>) => onPlaces(places.map((one, at) => (at === index ? { ...one, ...next } : one)));
  const isOne = places.length === 1;
  return (
    <>
      {places.map((place, index) => (
        <div key={index} className={style['unit-row']}>
          <Field
            label={isOne ? texts.unit : texts.unitNumber(index + 1)}
            error={isChecked && place.unit === '' ? texts.unitMissing : undefined}
            required
          >
            {(control) => (
              <select {...control} value={place.unit} onChange={(event) => change(index, { unit: event.target.value })}>
                <option value="">{texts.chooseUnit}</option>
                {(units.data ?? [])
                  .filter(({ unit }) => unit === place.unit || !places.some((one) => one.unit === unit))
                  .map(({ unit, name }) => (
                    <option key={unit} value={unit}>
                      {name} {unit}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={isOne ? texts.role : texts.roleNumber(index + 1)}>
            {(control) => (
              <select {...control} value={place.role} onChange={(event) => change(index, { role: event.target.value as UnitRole })}>
                {Object.entries(unitTexts.roles).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {!isOne && (
            <button
              type="button"
              className="button-quiet"
              aria-label={texts.removeUnit(index + 1)}
              onClick={() => onPlaces(places.filter((_, at) => at !== index))}
            >
              {unitTexts.remove}
            </button>
          )}
        </div>
      ))}
      {places.length < most && (
        <button
          type="button"
          className="button-quiet"
          onClick={() => onPlaces([...places, { unit: '', role: places.at(-1)?.role ?? 'respondent' }])}
        >
          {texts.addUnit}
        </button>
      )}
    </>
  );
}
