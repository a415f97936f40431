import type { CellView } from '@insamling/contract';
import { deliveryTexts, shellTexts } from '@insamling/texts';
import { useId, useState } from 'react';
import { ask } from '../client.ts';
import { messageOf } from '../shell/index.ts';
import style from './checks.module.css';
import { keepUnsaved, unsavedIn } from './unsaved-values.ts';
import { useCorrectCell, type CellPlace, type CellState, type OnEffect } from './use-correct-cell.ts';

interface CellEditorProps {
  readonly place: CellPlace;
  readonly row: number;
  readonly cell: CellView;
  readonly isEditable: boolean;
  readonly onEffect: OnEffect;
  /** Told when something unsaved stands in the record, and when nothing does any more. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** One cell of a finding: field, value, and where it may be corrected the new value. */
export function CellEditor({ place, row, cell, isEditable, onEffect, onOpen }: CellEditorProps) {
  const field = texts.field(cell.number, cell.name);
  const [shown, setShown] = useState<string | null>(null);
  const seen = shown === null ? cell : { ...cell, text: shown, isMasked: false };
  return (
    <li className={style['cell']}>
      <div>{field}</div>
      <div>
        <span className={style['label']}>{texts.value}</span>
        <span className={style['value']}>{seen.text === '' ? <span className="muted">{texts.emptyValue}</span> : seen.text}</span>
        {isEditable && seen.isMasked && <ShowNumber place={place} cell={cell} label={texts.revealFor(row)} onShown={setShown} />}
        {cell.original !== null && <span className={style['changed']}>{texts.changed(cell.original)}</span>}
      </div>
      {isEditable && (
        <NewValue key={String(seen.isMasked)} place={place} row={row} cell={seen} field={field} onEffect={onEffect} onOpen={onOpen} />
      )}
    </li>
  );
}

const texts = deliveryTexts.check;

/** Asks for the masked value, so that it can be seen and corrected. The server writes down that it was shown. */
function ShowNumber({
  place: { unit, delivery, record },
  cell,
  label,
  onShown,
}: {
  readonly place: CellPlace;
  readonly cell: CellView;
  readonly label: string;
  readonly onShown: (text: string) => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const show = async () => {
    try {
      onShown((await ask('showCell', { unit, delivery, record, variable: cell.variable })).text);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <>
      <button type="button" className="button-quiet" aria-label={label} title={texts.revealHelp} onClick={() => void show()}>
        {texts.reveal}
      </button>
      {problem && <span className="error">{problem}</span>}
    </>
  );
}

interface NewValueProps extends Omit<CellEditorProps, 'isEditable'> {
  readonly field: string;
}

function NewValue({ place, row, cell, field, onEffect, onOpen }: NewValueProps) {
  const { state, seen, save, leave } = useCorrectCell(place, cell, (effect, overTheirs) => {
    keepUnsaved(place, cell.variable, null);
    onEffect(effect, overTheirs);
  });
  const known = seen.isMasked ? '' : seen.text;
  const [text, setText] = useState(unsavedIn(place).get(cell.variable) ?? known);
  const [shown, setShown] = useState(known);
  // Somebody else's value, or the server's trimmed one, replaces what stands here as long as nobody is typing another.
  if (shown !== known) {
    setShown(known);
    if (text === shown) setText(known);
  }
  const status = useId();
  const write = (next: string, isUnsaved: boolean) => {
    setText(next);
    keepUnsaved(place, cell.variable, isUnsaved ? next : null);
    onOpen(unsavedIn(place).size > 0);
  };
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
            onChange={(event) => write(event.target.value, event.target.value !== known)}
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
            write(theirs.includes('•') ? known : theirs, false);
            leave();
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
