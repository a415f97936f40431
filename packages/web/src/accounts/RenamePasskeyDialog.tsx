import type { PasskeyView } from '@insamling/contract';
import { factorTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
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
    <FormDialog title={texts.renameTitle} change={rename} onAct={save} onClose={onClose}>
      <PasskeyNameField name={name} onChange={setName} error={wasSent ? nameProblem : undefined} />
    </FormDialog>
  );
}
