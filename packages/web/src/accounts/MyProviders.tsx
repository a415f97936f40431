import type { MyProvider } from '@insamling/contract';
import { dayInWords, dayOf, federationTexts } from '@insamling/texts';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { FormDialog, messageOf } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';

const { profile: texts } = federationTexts;

/** The sign-in providers of one's organisations: tied to the account and removed here. Without any there is nothing to see. */
export function MyProviders() {
  const { data } = useAnswer('listMyProviders', {});
  const [removing, setRemoving] = useState<MyProvider | null>(null);
  if (!data || data.providers.length === 0) return null;
  return (
    <>
      <h3>{texts.heading}</h3>
      <p>{texts.intro}</p>
      <ul className="plain">
        {data.providers.map((provider) => (
          <li key={provider.id}>
            {provider.linkedAt ? (
              <Linked provider={provider} linkedAt={provider.linkedAt} onRemove={() => setRemoving(provider)} />
            ) : (
              <LinkButton provider={provider} />
            )}
          </li>
        ))}
      </ul>
      {removing && <UnlinkDialog provider={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

/** Leaves the portal for the provider, and comes back to this page. */
function LinkButton({ provider }: { readonly provider: MyProvider }) {
  const returnPath = useLocation({ select: ({ pathname }) => pathname });
  const link = useChange('linkProvider', []);
  const go = () => link.mutate({ provider: provider.id, returnPath }, { onSuccess: ({ to }) => window.location.assign(to) });
  return (
    <>
      {link.error && (
        <p className="error" role="alert">
          {messageOf(link.error)}
        </p>
      )}
      <button type="button" className="button-secondary" disabled={link.isPending || link.isSuccess} onClick={go}>
        {texts.link(provider.name)}
      </button>
    </>
  );
}

interface LinkedProps {
  readonly provider: MyProvider;
  readonly linkedAt: string;
  readonly onRemove: () => void;
}

function Linked({ provider, linkedAt, onRemove }: LinkedProps) {
  const { name, lastUsedAt, isOpen } = provider;
  return (
    <>
      <p>
        <strong>{name}</strong>
        <br />
        {texts.linkedSince(dayInWords(dayOf(linkedAt)))} {lastUsedAt ? texts.lastUsed(dayInWords(dayOf(lastUsedAt))) : texts.neverUsed}
        {!isOpen && (
          <>
            <br />
            {texts.notOpen}
          </>
        )}
      </p>
      <button type="button" className="button-secondary" aria-label={texts.unlinkOf(name)} onClick={onRemove}>
        {texts.unlink}
      </button>
    </>
  );
}

function UnlinkDialog({ provider: { id, name }, onClose }: { readonly provider: MyProvider; readonly onClose: () => void }) {
  const unlink = useChange('unlinkProvider', ['access']);
  const go = () =>
    unlink.mutate(
      { provider: id },
      {
        onSuccess: () => {
          onClose();
          confirm(texts.unlinked(name));
        },
      },
    );
  return (
    <FormDialog
      title={texts.unlinkTitle(name)}
      help={[texts.unlinkHelp]}
      change={unlink}
      action={texts.unlink}
      onAct={go}
      onClose={onClose}
    />
  );
}
