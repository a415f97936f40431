import { privacyTexts as texts, shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';

/** A new address for oneself: first the address, then the code that came there. */
export function AddressDialog({ onClose }: { readonly onClose: () => void }) {
  const [sent, setSent] = useState<{ readonly address: string; readonly minutes: number } | null>(null);
  return (
    <Dialog title={texts.changeAddress} onClose={onClose}>
      {sent ? (
        <CodeForm {...sent} onAgain={() => setSent(null)} onClose={onClose} />
      ) : (
        <AddressForm onSent={(address, minutes) => setSent({ address, minutes })} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface AddressFormProps {
  readonly onSent: (address: string, minutes: number) => void;
  readonly onClose: () => void;
}

function AddressForm({ onSent, onClose }: AddressFormProps) {
  const [address, setAddress] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const ask = useChange('askAddressChange', []);
  const error = /^\S+@\S+\.\S+$/.test(address.trim()) ? undefined : texts.addressMissing;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWasSent(true);
        if (!error) ask.mutate({ email: address.trim() }, { onSuccess: ({ minutes }) => onSent(address.trim(), minutes) });
      }}
    >
      {ask.error && (
        <p className="error" role="alert">
          {messageOf(ask.error)}
        </p>
      )}
      <Field label={texts.newAddress} hint={texts.newAddressHint} error={wasSent ? error : undefined} required>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="email"
            maxLength={254}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="button" disabled={ask.isPending}>
          {texts.sendCode}
        </button>
        <button type="button" className="button-secondary" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </form>
  );
}

interface CodeFormProps {
  readonly address: string;
  readonly minutes: number;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

function CodeForm({ address, minutes, onAgain, onClose }: CodeFormProps) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | undefined>();
  const change = useChange('confirmAddressChange', ['access', 'unit']);
  const save = () => {
    setError(code.trim() === '' ? texts.codeMissing : undefined);
    if (code.trim() === '') return;
    change.mutate(
      { code: code.trim() },
      {
        onSuccess: ({ outcome }) => {
          if (outcome !== 'changed') {
            setError(outcome === 'wrong' ? texts.codeWrong : texts.codeExpired);
            return;
          }
          onClose();
          confirm(texts.addressSaved);
        },
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p role="status">{texts.codeSent(address, minutes)}</p>
      {change.error && (
        <p className="error" role="alert">
          {messageOf(change.error)}
        </p>
      )}
      <Field label={texts.code} error={error} required>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="button" disabled={change.isPending}>
          {texts.saveAddress}
        </button>
        <button type="button" className="button-secondary" onClick={onAgain}>
          {texts.newCode}
        </button>
        <button type="button" className="button-secondary" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </form>
  );
}
