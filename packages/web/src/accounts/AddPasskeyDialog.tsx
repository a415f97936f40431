import { factorTexts, shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { ask, NotConfirmed } from '../client.ts';
import { useChange } from '../questions.ts';
import { makePasskey, messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { confirm } from '../ui/toasts.ts';
import { PasskeyNameField } from './PasskeyNameField.tsx';

const texts = factorTexts.passkey;

/** A name, and then the browser's own dialog; last the passkey is kept. */
export function AddPasskeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const [nameProblem, setNameProblem] = useState<string>();
  const [isMaking, setMaking] = useState(false);
  const add = useChange('addPasskey', ['access']);
  const make = async () => {
    setProblem(undefined);
    setNameProblem(name.trim() === '' ? texts.nameMissing : undefined);
    if (name.trim() === '') return;
    setMaking(true);
    try {
      const question = await ask('beginPasskey', {});
      const answer = await makePasskey(question);
      await add.mutateAsync({ name, answer });
      onClose();
      confirm(texts.added);
    } catch (error) {
      if (error instanceof NotConfirmed) return;
      setProblem(error instanceof DOMException ? texts.interrupted : messageOf(error));
    } finally {
      setMaking(false);
    }
  };
  return (
    <Dialog title={texts.addTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <PasskeyNameField name={name} onChange={setName} error={nameProblem} />
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="buttons">
          <button type="submit" className="button" disabled={isMaking}>
            {texts.add}
          </button>
          <button type="button" className="button-secondary" onClick={onClose}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
