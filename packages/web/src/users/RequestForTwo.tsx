import type { UserRequest } from '@insamling/contract';
import { instantInShort, userTexts as texts } from '@insamling/texts';
import type { ReactNode } from 'react';

interface RequestForTwoProps {
  readonly request: UserRequest;
  readonly reason?: string;
  /** What yes is called. */
  readonly approve: string;
  readonly onApprove: () => void;
  readonly onDecline: () => void;
  /** The dialogs. */
  readonly children: ReactNode;
}

/** What one administrator asked: who and when, what came of it, and yes and no for who may say so. */
export function RequestForTwo({ request, reason, approve, onApprove, onDecline, children }: RequestForTwoProps) {
  const { outcome, askedBy, askedAt, expiresAt, decidedBy, decidedAt, may } = request;
  const isWaiting = outcome === 'waiting';
  return (
    <li className="plain-end">
      <p>
        <span className={`tag ${isWaiting ? 'tag-warning' : ''}`}>{texts.resetOutcomes[outcome]}</span>{' '}
        {texts.resetAskedBy(askedBy || texts.former, instantInShort(askedAt))}
        {isWaiting ? `. ${texts.resetWaitsUntil(instantInShort(expiresAt))}` : ''}
      </p>
      {reason && (
        <p>
          {texts.resetReason}: {reason}
        </p>
      )}
      {decidedBy && decidedAt && <p>{texts.resetDecidedBy(decidedBy, instantInShort(decidedAt))}</p>}
      {(may.approve || may.decline) && (
        <div className="buttons">
          {may.approve && (
            <button type="button" className="button" onClick={onApprove}>
              {approve}
            </button>
          )}
          {may.decline && (
            <button type="button" className="button-secondary" onClick={onDecline}>
              {texts.decline}
            </button>
          )}
        </div>
      )}
      {children}
    </li>
  );
}
