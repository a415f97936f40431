import { instantInWords, signInWarningTexts as texts } from '@insamling/texts';
import { useAnswer, useChange } from '../questions.ts';
import { messageOf } from './Answer.tsx';

/** Somebody knew the password but not the code: said on every page until it has been read. */
export function SignInWarning() {
  const { data } = useAnswer('showSignInWarning', {});
  const dismiss = useChange('dismissSignInWarning', ['access']);
  if (!data?.warning) return null;
  const { failures, lastAt } = data.warning;
  return (
    <section className="notice notice-warning" aria-labelledby="inloggningsvarning">
      <p id="inloggningsvarning">
        <strong>{texts.title}</strong>
      </p>
      <p>{texts.text(failures, instantInWords(lastAt))}</p>
      <p>{texts.todo}</p>
      {dismiss.error && (
        <p className="error" role="alert">
          {messageOf(dismiss.error)}
        </p>
      )}
      <button
        type="button"
        className="button-secondary"
        disabled={dismiss.isPending}
        onClick={() => dismiss.mutate({ seenAt: lastAt }, { onSuccess: () => document.getElementById('innehall')?.focus() })}
      >
        {texts.dismiss}
      </button>
    </section>
  );
}
