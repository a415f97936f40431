import type { PasskeyView } from '@insamling/contract';
import { factorTexts, shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { confirm } from '../ui/toasts.ts';
import { PasskeyNameField } from './PasskeyNameField.tsx';

const texts = factorTexts.passkey;

export function RenamePasskeyDialog({ passkey, onClose }: { readonly passkey: PasskeyView; readonly onClose: () => void }) {
  const [name, setName] = useState(passkey.name);
  const [wasSent, setSent] = useState(false);
  const rename = useChange('renamePasskey', ['access']);
  const nameProblem = name.trim() === '' ? texts.nameMissing : undefined;
  const save = () => {
    setSent(true);
    if (nameProblem) return;
    rename.mutate(
      { passkey: passkey.id, name },
      {
        onSuccess: () => {
          onClose();
          confirm(texts.renamed);
        },
      },
    );
  };
  return (
    <Dialog title={texts.renameTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PasskeyNameField name={name} onChange={setName} error={wasSent ? nameProblem : undefined} />
        {rename.error && (
          <p className="error" role="alert">
            {messageOf(rename.error)}
          </p>
        )}
        <div className="buttons">
          <button type="submit" className="button" disabled={rename.isPending}>
            {shellTexts.save}
          </button>
          <button type="button" className="button-secondary" onClick={onClose}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
