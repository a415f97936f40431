import type { ThreadSummary } from '@insamling/contract';
import { instantInShort, messageTexts as texts } from '@insamling/texts';
import { Link, type LinkOptions } from '@tanstack/react-router';
import style from './messages.module.css';

interface ThreadListProps {
  readonly threads: readonly ThreadSummary[];
  readonly linkTo: (thread: ThreadSummary) => LinkOptions;
  /** On the collecting side: whose thread it is, and whether it waits for an answer. */
  readonly hasUnits?: boolean;
}

/** Threads, the latest first; what is unread stands in bold and says «Ny». */
export function ThreadList({ threads, linkTo, hasUnits = false }: ThreadListProps) {
  if (threads.length === 0) {
    return (
      <p className="muted">
        {texts.none} {!hasUnits && texts.noneHelp}
      </p>
    );
  }
  return (
    <ul className={style['threads']} aria-label={texts.list}>
      {threads.map((thread) => (
        <li key={thread.id} className={thread.unread > 0 ? style['unread'] : undefined}>
          <p className={style['head']}>
            <Link {...linkTo(thread)}>{thread.subject}</Link>
            {thread.unread > 0 && <span className="tag tag-info">{texts.isNew}</span>}
            {hasUnits && thread.lastSide === 'respondent' && <span className="tag tag-warning">{texts.waitsForUs}</span>}
          </p>
          {hasUnits && <p>{thread.unitName}</p>}
          <p className={style['last']}>{thread.lastText}</p>
          <p className="muted small">
            {instantInShort(thread.lastAt)}
            {thread.rule && ` · ${texts.about(thread.rule)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
