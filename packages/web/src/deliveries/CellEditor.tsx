import type { CellView } from '@insamling/contract';
import { deliveryTexts, shellTexts } from '@insamling/texts';
import { useId, useState } from 'react';
import style from './checks.module.css';
import { useCorrectCell, type CellPlace, type CellState, type OnEffect } from './use-correct-cell.ts';

interface CellEditorProps {
  readonly place: CellPlace;
  readonly row: number;
  readonly cell: CellView;
  readonly isEditable: boolean;
  readonly onEffect: OnEffect;
  /** Told when something unsaved stands here, and when nothing does any more. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** One cell of a finding: field, value, and where it may be corrected the new value. */
export function CellEditor({ place, row, cell, isEditable, onEffect, onOpen }: CellEditorProps) {
  const field = texts.field(cell.number, cell.name);
  return (
    <li className={style['cell']}>
      <div>{field}</div>
      <div>
        <span className={style['label']}>{texts.value}</span>
        <span className={style['value']}>{cell.text === '' ? <span className="muted">{texts.emptyValue}</span> : cell.text}</span>
        {cell.original !== null && <span className={style['changed']}>{texts.changed(cell.original)}</span>}
      </div>
      {isEditable && <NewValue place={place} row={row} cell={cell} field={field} onEffect={onEffect} onOpen={onOpen} />}
    </li>
  );
}

const texts = deliveryTexts.check;

interface NewValueProps extends Omit<CellEditorProps, 'isEditable'> {
  readonly field: string;
}

function NewValue({ place, row, cell, field, onEffect, onOpen }: NewValueProps) {
  const { state, seen, save, leave } = useCorrectCell(place, cell, onEffect);
  const known = cell.isMasked ? '' : seen;
  const [text, setText] = useState(known);
  const [shown, setShown] = useState(known);
  // Somebody else's value, or the server's trimmed one, replaces what stands here as long as nobody is typing another.
  if (shown !== known) {
    setShown(known);
    if (text === shown) setText(known);
  }
  const status = useId();
  return (
    <>
      <form
        className={style['edit']}
        onSubmit={(event) => {
          event.preventDefault();
          if (text !== known) void save(text);
        }}
      >
        <label>
          <span className={style['label']}>{texts.newValue}</span>
          <input
            type="text"
            name={cell.variable}
            autoComplete="off"
            spellCheck={false}
            maxLength={400}
            value={text}
            aria-label={texts.newValueFor(field, row)}
            aria-describedby={status}
            onChange={(event) => {
              setText(event.target.value);
              onOpen(event.target.value !== known);
            }}
          />
        </label>
        <button type="submit" className="button-secondary" aria-label={texts.saveFor(field, row)} disabled={state.is === 'saving'}>
          {shellTexts.save}
        </button>
      </form>
      <div id={status} className={style['status']} role="status">
        <Status
          state={state}
          onKeep={(theirs) => {
            setText(theirs);
            leave();
            onOpen(false);
          }}
          onMine={(mine, theirs) => void save(mine, theirs)}
        />
      </div>
    </>
  );
}

interface StatusProps {
  readonly state: CellState;
  readonly onKeep: (theirs: string) => void;
  readonly onMine: (mine: string, theirs: string) => void;
}

function Status({ state, onKeep, onMine }: StatusProps) {
  switch (state.is) {
    case 'untouched':
      return null;
    case 'saving':
      return shellTexts.saving;
    case 'trying-again':
      return shellTexts.notSaved;
    case 'saved':
      return `${shellTexts.savedAt(state.at)}. ${texts.stillThere}`;
    case 'refused':
      return <span className="error">{state.message}</span>;
    case 'conflict':
      return (
        <>
          <span className="error">
            {state.by && state.at ? texts.conflict(state.by, state.at, state.theirs) : texts.conflictUnnamed(state.theirs)}
          </span>
          <span className={style['actions']}>
            <button type="button" className="button-secondary" onClick={() => onKeep(state.theirs)}>
              {texts.keepTheirs(state.theirs)}
            </button>
            <button type="button" className="button-secondary" onClick={() => onMine(state.mine, state.theirs)}>
              {texts.mine}
            </button>
          </span>
        </>
      );
  }
}
