import type { MySession } from '@insamling/contract';
import { deviceInWords, instantInShort, sessionTexts as texts } from '@insamling/texts';
import { useRef } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { Answer, messageOf } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import styles from './accounts.module.css';

/** Where one is signed in, and how to end that. */
export function MySessions() {
  const sessions = useAnswer('listMySessions', {});
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {texts.title}
      </h3>
      <Answer of={sessions} lines={2}>
        {(data) => <SessionList sessions={data} onEnded={() => heading.current?.focus()} />}
      </Answer>
    </>
  );
}

/** @param onEnded  the button that was pressed is gone: the focus needs another place */
function SessionList({ sessions, onEnded }: { readonly sessions: readonly MySession[]; readonly onEnded: () => void }) {
  const endOne = useChange('endMySession', ['access']);
  const endOthers = useChange('endMyOtherSessions', ['access']);
  const problem = endOne.error ?? endOthers.error;
  const isPending = endOne.isPending || endOthers.isPending;
  const done = (text: string) => () => {
    onEnded();
    confirm(text);
  };
  return (
    <>
      {problem && (
        <p className="error" role="alert">
          {messageOf(problem)}
        </p>
      )}
      <p className="hint">{sessions.length > 1 ? texts.help : texts.onlyThis}</p>
      <ul className={styles['list']}>
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{deviceInWords(session)}</strong> {session.isThis && <span className="tag">{texts.thisOne}</span>}
              <p className="muted">
                {texts.signedInAt(instantInShort(session.signedInAt))}. {texts.lastSeenAt(instantInShort(session.lastSeenAt))}.
              </p>
            </div>
            {!session.isThis && (
              <button
                type="button"
                className="button-quiet"
                disabled={isPending}
                aria-label={texts.endNamed(deviceInWords(session), instantInShort(session.signedInAt))}
                onClick={() => endOne.mutate({ session: session.id }, { onSuccess: done(texts.ended) })}
              >
                {texts.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button
          type="button"
          className="button-secondary"
          disabled={isPending}
          onClick={() => endOthers.mutate({}, { onSuccess: done(texts.endedOthers) })}
        >
          {texts.endOthers}
        </button>
      )}
    </>
  );
}
