import type { UserReset, UserView } from '@insamling/contract';
import { instantInShort, userTexts as texts } from '@insamling/texts';
import { useId, useState } from 'react';
import { ActDialog } from './ActDialog.tsx';
import { nameOf } from './user-words.ts';

interface UserResetsProps {
  readonly user: UserView;
  readonly resets: readonly UserReset[];
  readonly title: string;
}

/** Resets of a lost app: what waits for a second administrator, or what has been. */
export function UserResets({ user, resets, title }: UserResetsProps) {
  const heading = useId();
  if (resets.length === 0) return null;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul className="plain">
        {resets.map((reset) => (
          <OneReset key={reset.id} user={user} reset={reset} />
        ))}
      </ul>
    </section>
  );
}

function OneReset({ user, reset }: { readonly user: UserView; readonly reset: UserReset }) {
  const [open, setOpen] = useState<'approve' | 'decline' | null>(null);
  const isWaiting = reset.outcome === 'waiting';
  const shared = { request: () => ({ reset: reset.id }), onClose: () => setOpen(null) };
  return (
    <li className="plain-end">
      <p>
        <span className={`tag ${isWaiting ? 'tag-warning' : ''}`}>{texts.resetOutcomes[reset.outcome]}</span>{' '}
        {texts.resetAskedBy(reset.askedBy || texts.former, instantInShort(reset.askedAt))}
        {isWaiting ? `. ${texts.resetWaitsUntil(instantInShort(reset.expiresAt))}` : ''}
      </p>
      {reset.reason && (
        <p>
          {texts.resetReason}: {reset.reason}
        </p>
      )}
      {reset.decidedBy && reset.decidedAt && <p>{texts.resetDecidedBy(reset.decidedBy, instantInShort(reset.decidedAt))}</p>}
      {(reset.may.approve || reset.may.decline) && (
        <div className="buttons">
          {reset.may.approve && (
            <button type="button" className="button" onClick={() => setOpen('approve')}>
              {texts.approve}
            </button>
          )}
          {reset.may.decline && (
            <button type="button" className="button-secondary" onClick={() => setOpen('decline')}>
              {texts.decline}
            </button>
          )}
        </div>
      )}
      {open === 'approve' && (
        <ActDialog
          {...shared}
          name="approveReset"
          title={texts.approveTitle(nameOf(user))}
          help={[texts.approveHelp]}
          action={texts.approve}
          done={() => texts.approveDone}
        />
      )}
      {open === 'decline' && (
        <ActDialog
          {...shared}
          name="declineReset"
          title={texts.declineTitle(nameOf(user))}
          help={[texts.declineHelp]}
          action={texts.decline}
          done={() => texts.declineDone}
        />
      )}
    </li>
  );
}
