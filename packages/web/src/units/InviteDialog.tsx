import type { UnitRole, UnitView } from '@insamling/contract';
import { unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import { RoleFields } from './RoleFields.tsx';

/** Invites a person to a unit: a mail with a link, and the person makes the account. */
export function InviteDialog({ unit, onClose }: { readonly unit: UnitView; readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<UnitRole>('respondent');
  const [isContact, setContact] = useState(false);
  const [wasSent, setSent] = useState(false);
  const invite = useChange('invitePerson', ['unit', 'access']);
  const nameError = name.trim() === '' ? texts.personNameMissing : undefined;
  // Only the coarse shape: whether the address exists, the mail tells.
  const emailError = /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : texts.emailMissing;
  const send = () => {
    setSent(true);
    if (nameError || emailError) return;
    invite.mutate(
      { unit: unit.unit, name, email, role, isContact },
      {
        onSuccess: () => {
          onClose();
          confirm(texts.invited(name.trim()));
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
      <Field label={texts.personName} error={wasSent ? nameError : undefined} required>
        {(control) => (
          <input {...control} autoComplete="off" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={texts.email} error={wasSent ? emailError : undefined} required>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="off"
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <RoleFields role={role} isContact={isContact} onRole={setRole} onContact={setContact} />
    </FormDialog>
  );
}
