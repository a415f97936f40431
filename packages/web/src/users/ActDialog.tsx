import type { EndpointName, Output, RequestTo } from '@insamling/contract';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';

interface ActDialogProps<Name extends EndpointName> {
  readonly title: string;
  readonly help: readonly string[];
  readonly action: string;
  /** What is asked of the server, given the reason where one is required. */
  readonly name: Name;
  readonly request: (reason: string) => RequestTo<Name>;
  readonly reason?: { readonly label: string; readonly hint: string; readonly missing: string };
  /** What is said when it is done: nothing is shown as done before the server has said so. */
  readonly done: (output: Output<Name>) => string;
  readonly onClose: () => void;
}

/** Says what a step means for the person, and takes it. */
export function ActDialog<Name extends EndpointName>({ title, help, action, name, request, reason, done, onClose }: ActDialogProps<Name>) {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useChange(name, ['access']);
  const go = () => {
    const lacks = reason !== undefined && text.trim() === '';
    setMissing(lacks);
    if (lacks) return;
    // Not the callback of `mutate`: the step may take the place of this dialog off the page, and is to be confirmed all the same.
    act.mutateAsync(request(text)).then(
      (output) => {
        onClose();
        confirm(done(output));
      },
      () => undefined,
    );
  };
  return (
    <FormDialog title={title} help={help} change={act} action={action} onAct={go} onClose={onClose}>
      {reason && (
        <Field label={reason.label} hint={reason.hint} error={isMissing && text.trim() === '' ? reason.missing : undefined} required>
          {(control) => <textarea {...control} rows={3} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
      )}
    </FormDialog>
  );
}
