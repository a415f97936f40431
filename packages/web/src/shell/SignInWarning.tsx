import { instantInWords, signInWarningTexts as texts } from '@insamling/texts';
import { useAnswer, useChange } from '../questions.ts';
import { messageOf } from './Answer.tsx';

/** Somebody had the password or the mailbox and not the second factor: said on every page until it has been read. */
export function SignInWarning() {
  const { data } = useAnswer('showSignInWarning', {});
  const dismiss = useChange('dismissSignInWarning', ['access']);
  if (!data?.warning) return null;
  const { failures, unfinished, mailFailures, lastAt } = data.warning;
  const [at, isPassword] = [instantInWords(lastAt), failures + unfinished > 0];
  return (
    <section className="notice notice-warning" aria-labelledby="inloggningsvarning">
      <p id="inloggningsvarning">
        <strong>{isPassword ? texts.title : texts.mailTitle}</strong>
      </p>
      {failures > 0 && <p>{texts.text(failures, at)}</p>}
      {unfinished > 0 && <p>{texts.unfinished(unfinished, at)}</p>}
      {isPassword && <p>{texts.todo}</p>}
      {mailFailures > 0 && (
        <>
          <p>{texts.mailText(mailFailures, at)}</p>
          <p>{texts.mailTodo}</p>
        </>
      )}
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
