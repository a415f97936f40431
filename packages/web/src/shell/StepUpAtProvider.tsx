import type { MyProvider } from '@insamling/contract';
import { federationTexts } from '@insamling/texts';
import { useLocation } from '@tanstack/react-router';
import { useAnswer, useChange } from '../questions.ts';
import { messageOf } from './Answer.tsx';

const { stepUp: texts } = federationTexts;

/** For who has no app at hand but signs in with a provider: the same proof, by a new sign-in there. The page is left for a while. */
export function StepUpAtProvider({ purpose }: { readonly purpose: string }) {
  const { data } = useAnswer('listMyProviders', {});
  const usable = (data?.providers ?? []).filter(({ isOpen, linkedAt }) => isOpen && linkedAt !== null);
  if (usable.length === 0) return null;
  return (
    <div className="buttons">
      {usable.map((provider) => (
        <GoThere key={provider.id} provider={provider} purpose={purpose} />
      ))}
      <p className="hint">{texts.hint}</p>
    </div>
  );
}

function GoThere({ provider: { id, name }, purpose }: { readonly provider: MyProvider; readonly purpose: string }) {
  const returnPath = useLocation({ select: ({ href }) => href });
  const begin = useChange('stepUpAtProvider', []);
  const go = () => begin.mutate({ provider: id, purpose, returnPath }, { onSuccess: ({ to }) => window.location.assign(to) });
  return (
    <>
      {begin.error && (
        <p className="error" role="alert">
          {messageOf(begin.error)}
        </p>
      )}
      <button type="button" className="button-secondary" disabled={begin.isPending || begin.isSuccess} onClick={go}>
        {texts.button(name)}
      </button>
    </>
  );
}
