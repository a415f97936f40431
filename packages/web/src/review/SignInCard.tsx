import type { SignInPolicy } from '@insamling/contract';
import { federationTexts, shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { Answer, messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';

const { policy: texts } = federationTexts;

/** How the people of an organisation sign in, beside what holds for everybody; decided by who runs the collection. */
export function SignInCard({ unit }: { readonly unit: string }) {
  const answer = useAnswer('showSignInPolicy', { unit });
  return <Answer of={answer}>{(policy) => <Shown unit={unit} policy={policy} />}</Answer>;
}

interface PolicyProps {
  readonly unit: string;
  readonly policy: SignInPolicy;
}

function Shown({ unit, policy }: PolicyProps) {
  const [isChanging, setChanging] = useState(false);
  return (
    <section className="card" aria-labelledby="inloggning">
      <h2 id="inloggning">{texts.heading}</h2>
      <p>{texts.intro(policy.organisation)}</p>
      <dl className="facts">
        <div>
          <dt>{texts.provider}</dt>
          <dd>{nameOf(policy)}</dd>
        </div>
        <div>
          <dt>{texts.passkey}</dt>
          <dd>{policy.requiresPasskey ? texts.passkeyOn : texts.passkeyOff}</dd>
        </div>
      </dl>
      <button type="button" className="button-secondary" onClick={() => setChanging(true)}>
        {texts.change}
      </button>
      {isChanging && <ChangeDialog unit={unit} policy={policy} onClose={() => setChanging(false)} />}
    </section>
  );
}

const nameOf = ({ provider, providers }: SignInPolicy): string =>
  provider === null ? texts.none : (providers.find(({ id }) => id === provider)?.name ?? texts.gone(provider));

function ChangeDialog({ unit, policy, onClose }: PolicyProps & { readonly onClose: () => void }) {
  const [provider, setProvider] = useState(policy.provider);
  const [requiresPasskey, setRequiresPasskey] = useState(policy.requiresPasskey);
  const change = useChange('changeSignInPolicy', ['unit']);
  const save = () =>
    change.mutate(
      { unit, provider, requiresPasskey },
      {
        onSuccess: ({ signedOut }) => {
          onClose();
          confirm(texts.saved(signedOut));
        },
      },
    );
  const isGone = policy.provider !== null && !policy.providers.some(({ id }) => id === policy.provider);
  return (
    <Dialog title={texts.dialogTitle(policy.organisation)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={texts.provider}
          hint={policy.providers.length === 0 ? texts.noProviders : texts.providerHelp}
          error={change.error ? messageOf(change.error) : undefined}
        >
          {(control) => (
            <select {...control} value={provider ?? ''} onChange={(event) => setProvider(event.target.value || null)}>
              <option value="">{texts.none}</option>
              {policy.provider !== null && isGone && <option value={policy.provider}>{texts.gone(policy.provider)}</option>}
              {policy.providers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="choice">
          <input
            type="checkbox"
            aria-describedby="krav-passkey"
            checked={requiresPasskey}
            onChange={(event) => setRequiresPasskey(event.target.checked)}
          />
          {texts.passkey}
        </label>
        <p className="hint" id="krav-passkey">
          {texts.passkeyHelp}
        </p>
        <Consequences policy={policy} wish={{ provider, requiresPasskey }} />
        <div className="buttons">
          <button type="submit" className="button" disabled={change.isPending}>
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

/** Who is signed out by the change, said before it is made. */
function Consequences({
  policy,
  wish,
}: {
  readonly policy: SignInPolicy;
  readonly wish: Pick<SignInPolicy, 'provider' | 'requiresPasskey'>;
}) {
  const { organisation, concernsYou } = policy;
  const begins = wish.requiresPasskey && !policy.requiresPasskey;
  const ends = policy.provider !== null && wish.provider !== policy.provider;
  const told = begins ? texts.passkeyBegins(organisation) : ends ? [texts.providerEnds(nameOf(policy), organisation)] : [];
  return (
    <div role="status">
      {told.length > 0 && (
        <div className="notice notice-warning">
          {[...told, ...(concernsYou ? [texts.concernsYou] : [])].map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      )}
    </div>
  );
}
