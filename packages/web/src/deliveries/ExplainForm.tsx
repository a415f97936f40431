import type { RequestTo } from '@insamling/contract';
import { deliveryTexts, shellTexts } from '@insamling/texts';
import { useId, useState } from 'react';
import { Field } from '../ui/Field.tsx';

export type ExplanationReason = RequestTo<'explainFindings'>['reason'];

interface ExplainFormProps {
  readonly saveLabel: string;
  readonly isSaving: boolean;
  readonly error: string | null;
  readonly onSave: (reason: ExplanationReason, text: string) => void;
  readonly onCancel: () => void;
}

const longest = 300;
const reasons = Object.keys(deliveryTexts.explain.reasons) as ExplanationReason[];

/** A comment: a ready answer, and a text that begins with it and may say more. */
export function ExplainForm({ saveLabel, isSaving, error, onSave, onCancel }: ExplainFormProps) {
  const [reason, setReason] = useState<ExplanationReason>('verified');
  const [text, setText] = useState<string>(texts.reasons.verified);
  const [problem, setProblem] = useState<string>();
  const group = useId();

  const choose = (next: ExplanationReason) => {
    // A ready answer gives way to another; what the user has written stays.
    if (text === '' || text === readyAnswer(reason)) setText(readyAnswer(next));
    setReason(next);
  };
  const write = (next: string) => {
    setText(next);
    setProblem(undefined);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        if (said === '') return setProblem(texts.missing);
        if (said.length > longest) return setProblem(texts.tooLong);
        setProblem(undefined);
        onSave(reason, said);
      }}
    >
      <fieldset className="field">
        <legend>{texts.reason}</legend>
        {reasons.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={group} checked={reason === one} onChange={() => choose(one)} />
            {texts.reasons[one]}
          </label>
        ))}
      </fieldset>
      <Field label={texts.text} hint={texts.textHint} error={problem ?? error ?? undefined} required>
        {(control) => <textarea {...control} rows={3} value={text} onChange={(event) => write(event.target.value)} />}
      </Field>
      <p className="muted small" role="status">
        {shellTexts.charactersLeft(longest - text.trim().length)}
      </p>
      <div className="buttons">
        <button type="submit" className="button" disabled={isSaving}>
          {saveLabel}
        </button>
        <button type="button" className="button-secondary" onClick={onCancel}>
          {shellTexts.cancel}
        </button>
      </div>
    </form>
  );
}

const texts = deliveryTexts.explain;

const readyAnswer = (reason: ExplanationReason) => (reason === 'other' ? '' : texts.reasons[reason]);
