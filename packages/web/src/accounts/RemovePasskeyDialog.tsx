import type { PasskeyView } from '@insamling/contract';
import { factorTexts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
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
    <FormDialog
      title={texts.removeTitle(passkey.name)}
      help={[texts.removeHelp]}
      change={remove}
      action={texts.remove}
      onAct={go}
      onClose={onClose}
    />
  );
}
