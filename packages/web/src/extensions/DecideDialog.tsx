import type { WaitingExtension } from '@insamling/contract';
import { dayInWords, extensionTexts as texts, shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';

/** Grants a request, to the wished day or another, or refuses it with a reason. */
export function DecideDialog({ request, onClose }: { readonly request: WaitingExtension; readonly onClose: () => void }) {
  const [grantedDueOn, setGrantedDueOn] = useState(request.wishedDueOn);
  const [answer, setAnswer] = useState('');
  const [isAnswerMissing, setAnswerMissing] = useState(false);
  const decide = useChange('decideExtension', ['extensions']);

  const send = (grant: boolean) => {
    setAnswerMissing(!grant && answer.trim() === '');
    if (!grant && answer.trim() === '') return;
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
      <Field label={texts.grantTo}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            min={request.dueOn}
            value={grantedDueOn}
            onChange={(event) => setGrantedDueOn(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.answerText} hint={texts.answerHint} error={isAnswerMissing ? texts.answerMissing : undefined}>
        {(control) => <textarea {...control} maxLength={1000} value={answer} onChange={(event) => setAnswer(event.target.value)} />}
      </Field>
      <div className="buttons">
        <button type="button" className="button" disabled={decide.isPending || grantedDueOn === ''} onClick={() => send(true)}>
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
