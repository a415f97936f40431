import type { UnitPerson, UnitView } from '@insamling/contract';
import { dayInShort, dayOf, unitTexts as texts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
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
    <FormDialog
      title={texts.resendTo(person.name)}
      help={[texts.inviteHelp]}
      change={resend}
      action={texts.resend}
      onAct={go}
      onClose={onClose}
    />
  );
}
