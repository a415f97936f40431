import { useState } from 'react';
import { FormDialog } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';

interface ActionDialogProps {
  readonly title: string;
  readonly help: string;
  readonly action: string;
  /** Asked for when the step must be explained to the unit. */
  readonly reason?: { readonly label: string; readonly missing: string };
  readonly change: { readonly error: Error | null; readonly isPending: boolean };
  readonly onClose: () => void;
  readonly onAct: (reason: string) => void;
}

/** Confirms a step in a delivery's life, with the reason where one is required. */
export function ActionDialog({ title, help, action, reason, change, onClose, onAct }: ActionDialogProps) {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = () => {
    setMissing(reason !== undefined && text.trim() === '');
    if (!reason || text.trim() !== '') onAct(text);
  };
  return (
    <FormDialog title={title} help={[help]} change={change} action={action} onAct={act} onClose={onClose}>
      {reason && (
        <Field label={reason.label} error={isMissing ? reason.missing : undefined} required>
          {(control) => <textarea {...control} rows={5} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
      )}
    </FormDialog>
  );
}
