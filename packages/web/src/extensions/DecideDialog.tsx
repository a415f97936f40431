import type { WaitingExtension } from '@insamling/contract';
import { dayInWords, extensionTexts as texts, shellTexts } from '@insamling/texts';
import { useRef, useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';

/** Grants a request, to the wished day or another, or refuses it with a reason. */
export function DecideDialog({ request, onClose }: { readonly request: WaitingExtension; readonly onClose: () => void }) {
  const [grantedDueOn, setGrantedDueOn] = useState(request.wishedDueOn);
  const [answer, setAnswer] = useState('');
  const [missing, setMissing] = useState<'day' | 'answer' | null>(null);
  const fields = { day: useRef<HTMLInputElement>(null), answer: useRef<HTMLTextAreaElement>(null) };
  const decide = useChange('decideExtension', ['extensions']);

  const send = (grant: boolean) => {
    // What was refused before is not what is wrong now.
    decide.reset();
    const wrong = grant ? (isDay.test(grantedDueOn) ? null : 'day') : answer.trim() === '' ? 'answer' : null;
    setMissing(wrong);
    if (wrong) return fields[wrong].current?.focus();
    decide.mutate(
      { unit: request.unit, request: request.id, grant, answer, ...(grant ? { grantedDueOn } : {}) },
      {
        onSuccess: () => {
          onClose();
          confirm(grant ? texts.grantedNotice(request.unitName, dayInWords(grantedDueOn)) : texts.refusedNotice(request.unitName));
        },
      },
    );
  };
  return (
    <Dialog title={texts.decideTitle(request.unitName)} onClose={onClose}>
      <p>
        {texts.wishedLine(dayInWords(request.wishedDueOn))}. {texts.reasons[request.reason]}
        {request.comment && `: ${request.comment}`}
      </p>
      {decide.error && (
        <p className="error" role="alert">
          {messageOf(decide.error)}
        </p>
      )}
      <Field label={texts.grantTo} error={missing === 'day' ? texts.grantToMissing : undefined}>
        {(control) => (
          <input
            {...control}
            ref={fields.day}
            type="date"
            min={request.dueOn}
            max="9999-12-31"
            value={grantedDueOn}
            onChange={(event) => setGrantedDueOn(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.answerText} hint={texts.answerHint} error={missing === 'answer' ? texts.answerMissing : undefined}>
        {(control) => (
          <textarea {...control} ref={fields.answer} maxLength={1000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        )}
      </Field>
      <div className="buttons">
        <button type="button" className="button" disabled={decide.isPending} onClick={() => send(true)}>
          {texts.grant}
        </button>
        <button type="button" className="button-secondary" disabled={decide.isPending} onClick={() => send(false)}>
          {texts.refuse}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </Dialog>
  );
}

/** A date field also takes a year of five digits. */
const isDay = /^\d{4}-\d\d-\d\d$/;
