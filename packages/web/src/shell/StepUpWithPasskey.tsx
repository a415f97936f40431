import { factorTexts } from '@insamling/texts';
import { useState } from 'react';
import { ask } from '../client.ts';
import { useAnswer } from '../questions.ts';
import { messageOf } from './Answer.tsx';
import { canUsePasskeys, signWithPasskey } from './passkey.ts';

const texts = factorTexts.passkey;

/** Beside the code: for who has a passkey, and a browser that can use it. */
export function StepUpWithPasskey({ purpose, onConfirmed }: { readonly purpose: string; readonly onConfirmed: () => void }) {
  const { data } = useAnswer('showMyFactors', {});
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  if (!data || data.passkeys.length === 0 || !canUsePasskeys()) return null;
  const use = async () => {
    setProblem(undefined);
    setAsking(true);
    try {
      const answer = await signWithPasskey(await ask('askForPasskey', { purpose }));
      const { outcome } = await ask('stepUpWithPasskey', { purpose, answer });
      if (outcome === 'confirmed') return onConfirmed();
      setProblem(texts.refusedHere);
    } catch (error) {
      setProblem(error instanceof DOMException ? texts.interrupted : messageOf(error));
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button-secondary" disabled={isAsking} onClick={() => void use()}>
          {texts.use}
        </button>
      </div>
    </>
  );
}
