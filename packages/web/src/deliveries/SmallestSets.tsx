import type { CorrectionEffectView, FieldRemedyView, FindingView, ProposalView, RemedyView } from '@insamling/contract';
import { deliveryTexts, remedyTexts as texts } from '@insamling/texts';
import { useRef, useState, type ReactNode } from 'react';
import { CellEditor } from './CellEditor.tsx';
import style from './checks.module.css';
import { isSolvedBy } from './touched.ts';
import { unsavedIn } from './unsaved-values.ts';
import type { CellPlace } from './use-correct-cell.ts';

interface SmallestSetsProps {
  readonly remedy: RemedyView;
  readonly place: CellPlace;
  readonly finding: FindingView;
  /** Buttons for what can be done with one click, each with its reason or without. */
  readonly choices: (ways: readonly ProposalView[], hasReasons: boolean) => ReactNode;
  /** What a value that was written here did, when the finding went. */
  readonly onEffect: (effect: CorrectionEffectView, field: string) => void;
  /** Told when something unsaved stands in the record, and when nothing does any more. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** The smallest sets of fields that mend the record: each with what is known of its values, and a way to change them. */
export function SmallestSets({ remedy: { sets, notLocalised }, choices, ...props }: SmallestSetsProps) {
  const firstWith = (variable: string) => sets.find(({ fields }) => fields.some(({ cell }) => cell.variable === variable));
  if (sets.length === 0) return notLocalised ? <p>{texts.notLocalised[notLocalised]}</p> : null;
  return (
    <>
      <p>{texts.title(sets.length)}</p>
      <p className="muted small">{texts.help}</p>
      <ul>
        {sets.map((set) => {
          const { fields, ways } = set;
          return (
            <li key={fields.map(({ cell }) => cell.variable).join(' ')}>
              {fields.map((field) => (
                <Field
                  key={field.cell.variable}
                  {...props}
                  field={field}
                  isOpen={ways.length === 0}
                  isOfMany={fields.length > 1}
                  isFirst={firstWith(field.cell.variable) === set}
                />
              ))}
              {ways.length > 0 && choices(ways, fields.length === 1)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface FieldProps extends Pick<SmallestSetsProps, 'place' | 'finding' | 'onEffect' | 'onOpen'> {
  readonly field: FieldRemedyView;
  /** No value is proposed for the whole set: this one is to be written. */
  readonly isOpen: boolean;
  /** Others change with it: why each is proposed stands at the field. */
  readonly isOfMany: boolean;
  /** No set before this one has the field: what was left unsaved in it stands here again. */
  readonly isFirst: boolean;
}

function Field({ field, isOpen, isOfMany, isFirst, place, finding, onEffect, onOpen }: FieldProps) {
  const { cell } = field;
  const name = deliveryTexts.check.field(cell.number, cell.name);
  const isInCard = finding.cells.some(({ variable }) => variable === cell.variable);
  // What a button of the set says is not said twice.
  const words = isOpen || isOfMany ? texts.words(field) || texts.another : texts.words({ ...field, proposed: [] });
  const [isWriting, setWriting] = useState(() => isFirst && unsavedIn(place).has(cell.variable));
  const here = useRef<HTMLDivElement>(null);
  const write = () => {
    setWriting(true);
    // It may stand among the cells of the card already; otherwise it comes to stand here.
    requestAnimationFrame(() => {
      const within = isInCard ? here.current?.closest('article') : here.current;
      within?.querySelector<HTMLInputElement>(`input[name="${cell.variable}"]`)?.focus();
    });
  };
  return (
    <div ref={here}>
      <p>
        <strong>{name}</strong> <span className="muted">{words}</span>{' '}
        {isOpen && (
          <button type="button" className="button-secondary" aria-label={texts.writeIn(name)} onClick={write}>
            {texts.write}
          </button>
        )}
      </p>
      {isWriting && !isInCard && (
        <ul className={style['cells']}>
          <CellEditor
            place={place}
            row={finding.row ?? 0}
            cell={{ ...cell, original: null }}
            isEditable
            onEffect={(effect) => {
              if (isSolvedBy(effect, finding)) onEffect(effect, name);
            }}
            onOpen={onOpen}
          />
        </ul>
      )}
    </div>
  );
}
