import type { UserView } from '@insamling/contract';
import { dayInShort, dayOf, userTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { ActDialog } from './ActDialog.tsx';
import { ChangeCollectingRole } from './ChangeCollectingRole.tsx';
import { nameOf } from './user-words.ts';

const order = ['resend', 'withdraw', 'changeRole', 'reset', 'endSessions', 'block', 'unblock', 'end'] as const;
type Action = (typeof order)[number];

/** What may be done with the account; what may not be done has no button. */
export function UserActions({ user }: { readonly user: UserView }) {
  const [open, setOpen] = useState<Action | null>(null);
  const may = { ...user.may, changeRole: user.may.roles.length > 0 };
  const actions = order.filter((action) => may[action]);
  if (actions.length === 0) {
    if (user.status === 'ended') return null;
    return <p className="notice">{user.isYou ? texts.you : texts.notYours}</p>;
  }
  return (
    <section className="card" aria-labelledby="atgarder">
      <h2 id="atgarder">{texts.actions}</h2>
      <div className="buttons">
        {actions.map((action) => (
          <button key={action} type="button" className="button-secondary" onClick={() => setOpen(action)}>
            {texts[action]}
          </button>
        ))}
      </div>
      {open && <ActionDialog action={open} user={user} onClose={() => setOpen(null)} />}
    </section>
  );
}

function ActionDialog({ action, user, onClose }: { readonly action: Action; readonly user: UserView; readonly onClose: () => void }) {
  const { accountId } = user;
  const name = nameOf(user);
  const request = () => ({ accountId });
  const shared = { action: texts[action], request, onClose };
  switch (action) {
    case 'changeRole':
      return <ChangeCollectingRole user={user} onClose={onClose} />;
    case 'resend':
      return (
        <ActDialog
          {...shared}
          name="resendInvitation"
          title={texts.resend}
          help={[texts.inviteHelp]}
          done={({ expiresAt }) => texts.resendDone(dayInShort(dayOf(expiresAt)))}
        />
      );
    case 'withdraw':
      return (
        <ActDialog
          {...shared}
          name="withdrawInvitation"
          title={texts.withdrawTitle(name)}
          help={[texts.withdrawHelp]}
          done={() => texts.withdrawDone}
        />
      );
    case 'block':
      return (
        <ActDialog {...shared} name="blockUser" title={texts.blockTitle(name)} help={[texts.blockHelp]} done={() => texts.blockDone} />
      );
    case 'unblock':
      return (
        <ActDialog
          {...shared}
          name="unblockUser"
          title={texts.unblockTitle(name)}
          help={[texts.unblockHelp]}
          done={() => texts.unblockDone}
        />
      );
    case 'endSessions':
      return (
        <ActDialog
          {...shared}
          name="endUserSessions"
          title={texts.endSessionsTitle(name)}
          help={[texts.endSessionsHelp]}
          done={() => texts.endSessionsDone}
        />
      );
    case 'end':
      return <ActDialog {...shared} name="endUser" title={texts.endTitle(name)} help={[texts.endHelp]} done={() => texts.endDone} />;
    case 'reset':
      return (
        <ActDialog
          {...shared}
          name="resetUser"
          title={texts.resetTitle(name)}
          help={[texts.resetHelp, ...(user.may.resetNeedsSecond ? [texts.resetSecond] : [])]}
          request={(reason) => ({ accountId, reason })}
          reason={{ label: texts.resetReason, hint: texts.resetReasonHint, missing: texts.resetReasonMissing }}
          done={({ outcome }) => (outcome === 'done' ? texts.resetDone : texts.resetAsked)}
        />
      );
  }
}
