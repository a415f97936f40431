import { messageTexts as texts, shellTexts } from '@insamling/texts';
import { useRef, useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import { holdsPersonalNumber } from '@insamling/survey/personal-number';
import { useMayWrite } from './may-write.ts';
import { problemOf } from './problem-of.ts';

interface NewThreadProps {
  readonly unit: string;
  /** The check it is about, when the user came from one. */
  readonly rule: string | null;
  readonly onSent: (thread: string) => void;
}

/** Begins a thread. The form opens by a button, or at once when the user came here to ask about a check. */
export function NewThread({ unit, rule, onSent }: NewThreadProps) {
  const [isOpen, setOpen] = useState(rule !== null);
  const [subject, setSubject] = useState(rule ? texts.aboutSubject(rule) : '');
  const [text, setText] = useState('');
  const [wasSent, setSent] = useState(false);
  const start = useChange('startThread', ['messages']);
  // The same form sent again is the same thread.
  const requestId = useRef(crypto.randomUUID());
  const mayWrite = useMayWrite(unit);

  if (!mayWrite) return <p className="muted">{texts.onlyReading}</p>;
  if (!isOpen) {
    return (
      <p className="buttons">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {texts.newThread}
        </button>
      </p>
    );
  }
  const subjectError = problemOf(subject, texts.subjectMissing);
  const textError = problemOf(text, texts.textMissing);
  const send = () => {
    setSent(true);
    if (subjectError || textError) return;
    start.mutate(
      { unit, subject, text, rule, requestId: requestId.current },
      {
        onSuccess: ({ id }) => {
          confirm(texts.sent);
          onSent(id);
        },
      },
    );
  };
  return (
    <form
      className="card narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{texts.newThread}</h2>
      {rule && <p className="muted">{texts.about(rule)}</p>}
      {start.error && (
        <p className="error" role="alert">
          {messageOf(start.error)}
        </p>
      )}
      <Field label={texts.subject} error={wasSent ? subjectError : undefined} required>
        {(control) => <input {...control} maxLength={150} value={subject} onChange={(event) => setSubject(event.target.value)} />}
      </Field>
      <Field label={texts.text} error={wasSent || holdsPersonalNumber(text) ? textError : undefined} required>
        {(control) => <textarea {...control} rows={5} maxLength={5000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div className="buttons">
        <button type="submit" className="button" disabled={start.isPending}>
          {start.isPending ? texts.sending : texts.send}
        </button>
        <button type="button" className="button-secondary" onClick={() => setOpen(false)}>
          {shellTexts.cancel}
        </button>
      </div>
    </form>
  );
}
