import type { UnitPerson, UnitView } from '@insamling/contract';
import { dayInShort, dayOf, shellTexts, unitTexts as texts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { confirm } from '../ui/toasts.ts';

interface ResendDialogProps {
  readonly unit: UnitView;
  readonly person: UnitPerson;
  readonly onClose: () => void;
}

/** Sends an invitation again, also one that has run out. */
export function ResendDialog({ unit, person, onClose }: ResendDialogProps) {
  const resend = useChange('resendPersonInvitation', ['unit', 'access']);
  const go = () =>
    resend.mutate(
      { unit: unit.unit, accountId: person.accountId },
      {
        onSuccess: ({ expiresAt }) => {
          onClose();
          confirm(texts.resent(person.name, dayInShort(dayOf(expiresAt))));
        },
      },
    );
  return (
    <Dialog title={texts.resendTo(person.name)} onClose={onClose}>
      <p>{texts.inviteHelp}</p>
      {resend.error && (
        <p className="error" role="alert">
          {messageOf(resend.error)}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button" disabled={resend.isPending} onClick={go}>
          {texts.resend}
        </button>
        <button type="button" className="button-secondary" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
