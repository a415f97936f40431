import { privacyTexts, shellTexts, unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf, useMe } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import { AddressDialog } from './AddressDialog.tsx';

/** One's own name, address and telephone; the address is what one signs in with, and a new one must be proved. */
export function YourDetails({ isPage = false }: { readonly isPage?: boolean }) {
  const { account, collectingRole } = useMe();
  const [isChanging, setChanging] = useState(false);
  const [isMoving, setMoving] = useState(false);
  return (
    <section className="card" aria-labelledby="dina-uppgifter">
      <h2 id="dina-uppgifter" className={isPage ? 'visually-hidden' : undefined}>
        {texts.you}
      </h2>
      {isChanging ? (
        <ChangeForm onDone={() => setChanging(false)} />
      ) : (
        <>
          <dl className="facts">
            <div>
              <dt>{texts.name}</dt>
              <dd>{account.name}</dd>
            </div>
            <div>
              <dt>{texts.email}</dt>
              <dd>{account.email}</dd>
            </div>
            <div>
              <dt>{texts.phone}</dt>
              <dd>{account.phone || <span className="muted">{texts.noPhone}</span>}</dd>
            </div>
            {collectingRole && (
              <div>
                <dt>{texts.role}</dt>
                <dd>{texts.collectingRoles[collectingRole]}</dd>
              </div>
            )}
          </dl>
          <div className="buttons">
            <button type="button" className="button-secondary" onClick={() => setChanging(true)}>
              {shellTexts.change}
            </button>
            <button type="button" className="button-secondary" onClick={() => setMoving(true)}>
              {privacyTexts.changeAddress}
            </button>
          </div>
          {isMoving && <AddressDialog onClose={() => setMoving(false)} />}
        </>
      )}
    </section>
  );
}

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const { account } = useMe();
  const [name, setName] = useState(account.name);
  const [phone, setPhone] = useState(account.phone);
  const [wasSent, setSent] = useState(false);
  const change = useChange('changeMyProfile', ['access', 'unit']);
  const nameError = name.trim() === '' ? texts.nameMissing : undefined;
  const phoneError = /^[+0-9 ()-]*$/.test(phone.trim()) ? undefined : texts.phoneWrong;
  const save = () => {
    setSent(true);
    if (nameError || phoneError) return;
    change.mutate(
      { name, phone },
      {
        onSuccess: () => {
          onDone();
          confirm(texts.profileSaved);
        },
      },
    );
  };
  return (
    <form
      className="narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {change.error && (
        <p className="error" role="alert">
          {messageOf(change.error)}
        </p>
      )}
      <Field label={texts.name} error={wasSent ? nameError : undefined} required>
        {(control) => (
          <input {...control} autoComplete="name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={texts.phone} error={wasSent ? phoneError : undefined}>
        {(control) => (
          <input
            {...control}
            type="tel"
            autoComplete="tel"
            maxLength={30}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="button" disabled={change.isPending}>
          {shellTexts.save}
        </button>
        <button type="button" className="button-secondary" onClick={onDone}>
          {shellTexts.cancel}
        </button>
      </div>
    </form>
  );
}
