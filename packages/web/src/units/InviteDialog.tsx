import type { UnitRole, UnitView } from '@insamling/contract';
import { unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { isGiven, PersonFields } from './PersonFields.tsx';
import { RoleFields } from './RoleFields.tsx';

/** Invites a person to a unit: a mail with a link, and the person makes the account. */
export function InviteDialog({ unit, onClose }: { readonly unit: UnitView; readonly onClose: () => void }) {
  const [person, setPerson] = useState({ name: '', email: '' });
  const [role, setRole] = useState<UnitRole>('respondent');
  const [isContact, setContact] = useState(false);
  const [wasSent, setSent] = useState(false);
  const invite = useChange('invitePerson', ['unit', 'access']);
  const send = () => {
    setSent(true);
    if (!isGiven(person)) return;
    invite.mutate(
      { unit: unit.unit, ...person, role, isContact },
      {
        onSuccess: () => {
          onClose();
          confirm(texts.invited(person.name.trim()));
        },
      },
    );
  };
  return (
    <FormDialog
      title={texts.inviteTitle(unit.name)}
      help={[texts.inviteHelp]}
      change={invite}
      action={texts.sendInvitation}
      onAct={send}
      onClose={onClose}
    >
      <PersonFields person={person} onPerson={setPerson} isChecked={wasSent} />
      <RoleFields role={role} isContact={isContact} onRole={setRole} onContact={setContact} />
    </FormDialog>
  );
}
