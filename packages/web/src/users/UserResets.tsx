import type { UserReset, UserView } from '@insamling/contract';
import { userTexts as texts } from '@insamling/texts';
import { useId, useState } from 'react';
import { ActDialog } from './ActDialog.tsx';
import { RequestForTwo } from './RequestForTwo.tsx';
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
  const shared = { request: () => ({ reset: reset.id }), onClose: () => setOpen(null) };
  return (
    <RequestForTwo
      request={reset}
      approve={texts.approve}
      onApprove={() => setOpen('approve')}
      onDecline={() => setOpen('decline')}
      reason={reset.reason}
    >
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
    </RequestForTwo>
  );
}
