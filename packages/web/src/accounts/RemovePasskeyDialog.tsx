import type { PasskeyView } from '@insamling/contract';
import { factorTexts, shellTexts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { confirm } from '../ui/toasts.ts';

const texts = factorTexts.passkey;

/** Removes a passkey after naming it and saying what remains to be done elsewhere. */
export function RemovePasskeyDialog({ passkey, onClose }: { readonly passkey: PasskeyView; readonly onClose: () => void }) {
  const remove = useChange('removePasskey', ['access']);
  const go = () =>
    remove.mutate(
      { passkey: passkey.id },
      {
        onSuccess: () => {
          onClose();
          confirm(texts.removed);
        },
      },
    );
  return (
    <Dialog title={texts.removeTitle(passkey.name)} onClose={onClose}>
      <p>{texts.removeHelp}</p>
      {remove.error && (
        <p className="error" role="alert">
          {messageOf(remove.error)}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button" disabled={remove.isPending} onClick={go}>
          {texts.remove}
        </button>
        <button type="button" className="button-secondary" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
