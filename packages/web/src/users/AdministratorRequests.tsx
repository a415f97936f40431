import type { UserRequest, UserView } from '@insamling/contract';
import { userTexts as texts } from '@insamling/texts';
import { useId, useState } from 'react';
import { ActDialog } from './ActDialog.tsx';
import { RequestForTwo } from './RequestForTwo.tsx';
import { nameOf } from './user-words.ts';

interface AdministratorRequestsProps {
  readonly user: UserView;
  readonly requests: readonly UserRequest[];
  readonly title: string;
}

/** That the person is to be an administrator: what waits for a second one, or what has been. */
export function AdministratorRequests({ user, requests, title }: AdministratorRequestsProps) {
  const heading = useId();
  if (requests.length === 0) return null;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul className="plain">
        {requests.map((request) => (
          <OneRequest key={request.id} user={user} request={request} />
        ))}
      </ul>
    </section>
  );
}

function OneRequest({ user, request }: { readonly user: UserView; readonly request: UserRequest }) {
  const [open, setOpen] = useState<'approve' | 'decline' | null>(null);
  const shared = { request: () => ({ administratorRequest: request.id }), onClose: () => setOpen(null) };
  return (
    <RequestForTwo
      request={request}
      approve={texts.approveAdministrator}
      onApprove={() => setOpen('approve')}
      onDecline={() => setOpen('decline')}
    >
      {open === 'approve' && (
        <ActDialog
          {...shared}
          name="approveAdministrator"
          title={texts.approveAdministratorTitle(nameOf(user))}
          help={[texts.approveAdministratorHelp]}
          action={texts.approveAdministrator}
          done={() => texts.approveAdministratorDone}
        />
      )}
      {open === 'decline' && (
        <ActDialog
          {...shared}
          name="declineAdministrator"
          title={texts.declineAdministratorTitle(nameOf(user))}
          help={[texts.declineAdministratorHelp]}
          action={texts.decline}
          done={() => texts.declineDone}
        />
      )}
    </RequestForTwo>
  );
}
