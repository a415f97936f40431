import { instantInWords, signInWarningTexts as texts } from '@insamling/texts';
import { useAnswer, useChange } from '../questions.ts';
import { messageOf } from './Answer.tsx';

/** Somebody had the password or the mailbox and not the second factor: said on every page until it has been read. */
export function SignInWarning() {
  const { data } = useAnswer('showSignInWarning', {});
  const dismiss = useChange('dismissSignInWarning', ['access']);
  if (!data?.warning) return null;
  const { failures, unfinished, mailFailures, lastAt, failedAt, unfinishedAt, mailFailedAt, hasNewPassword } = data.warning;
  const isPassword = failures + unfinished > 0;
  return (
    <section className="notice notice-warning" aria-labelledby="inloggningsvarning">
      <p id="inloggningsvarning">
        <strong>{isPassword ? texts.title : texts.mailTitle}</strong>
      </p>
      {failedAt && <p>{texts.text(failures, instantInWords(failedAt))}</p>}
      {unfinishedAt && <p>{texts.unfinished(unfinished, instantInWords(unfinishedAt))}</p>}
      {isPassword && <p>{hasNewPassword ? texts.todoDone : texts.todo}</p>}
      {mailFailedAt && (
        <>
          <p>{texts.mailText(mailFailures, instantInWords(mailFailedAt))}</p>
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
