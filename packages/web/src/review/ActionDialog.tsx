import { shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';

interface ActionDialogProps {
  readonly title: string;
  readonly help: string;
  readonly action: string;
  /** Asked for when the step must be explained to the unit. */
  readonly reason?: { readonly label: string; readonly missing: string };
  readonly isBusy: boolean;
  readonly error: string | null;
  readonly onClose: () => void;
  readonly onAct: (reason: string) => void;
}

/** Confirms a step in a delivery's life, with the reason where one is required. */
export function ActionDialog({ title, help, action, reason, isBusy, error, onClose, onAct }: ActionDialogProps) {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason !== undefined && text.trim() === '');
          if (!reason || text.trim() !== '') onAct(text);
        }}
      >
        <p>{help}</p>
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        {reason && (
          <Field label={reason.label} error={isMissing ? reason.missing : undefined} required>
            {(control) => (
              <textarea {...control} rows={5} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
            )}
          </Field>
        )}
        <div className="buttons">
          <button type="submit" className="button" disabled={isBusy}>
            {action}
          </button>
          <button type="button" className="button-secondary" onClick={onClose}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
