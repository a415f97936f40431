import type { CollectingRole } from '@insamling/contract';
import { dayInShort, dayOf, userTexts as texts } from '@insamling/texts';
import { useId, useState } from 'react';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import { isGiven, PersonFields } from '../units/index.ts';
import { InviteUnits, type Place } from './InviteUnits.tsx';
import { NeedsSecond } from './NeedsSecond.tsx';
import { collectingRoleWords } from './user-words.ts';

interface InviteUserDialogProps {
  /** Roles on the collecting side that one may give; without any, one invites to units. */
  readonly roles: readonly CollectingRole[];
  readonly onClose: () => void;
}

/** Invites somebody to the collecting side, or to one or several units. */
export function InviteUserDialog({ roles, onClose }: InviteUserDialogProps) {
  const [person, setPerson] = useState({ name: '', email: '' });
  const [isStaff, setStaff] = useState(false);
  const [role, setRole] = useState<CollectingRole>('reviewer');
  const [places, setPlaces] = useState<readonly Place[]>([{ unit: '', role: 'respondent' }]);
  const [wasSent, setSent] = useState(false);
  const group = useId();
  const invite = useChange('inviteUser', ['access']);
  const send = () => {
    setSent(true);
    if (!isGiven(person) || (!isStaff && places.some(({ unit }) => unit === ''))) return;
    invite.mutate(
      { ...person, ...(isStaff ? { collectingRole: role } : { units: [...places] }) },
      {
        onSuccess: ({ expiresAt, awaitsSecond }) => {
          onClose();
          confirm((awaitsSecond ? texts.inviteAwaits : texts.inviteDone)(person.name.trim(), dayInShort(dayOf(expiresAt))));
        },
      },
    );
  };
  return (
    <FormDialog title={texts.invite} help={[texts.inviteHelp]} change={invite} action={texts.sendInvitation} onAct={send} onClose={onClose}>
      <PersonFields person={person} onPerson={setPerson} isChecked={wasSent} />
      {roles.length > 0 && (
        <fieldset className="field">
          <legend>{texts.where}</legend>
          {[false, true].map((staff) => (
            <label key={String(staff)} className="choice">
              <input type="radio" name={group} checked={isStaff === staff} onChange={() => setStaff(staff)} />
              {staff ? texts.inCollection : texts.inUnits}
            </label>
          ))}
        </fieldset>
      )}
      {isStaff ? (
        <Field label={texts.role}>
          {(control) => (
            <select {...control} value={role} onChange={(event) => setRole(event.target.value as CollectingRole)}>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {collectingRoleWords(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        <InviteUnits places={places} onPlaces={setPlaces} isChecked={wasSent} />
      )}
      <NeedsSecond isShown={isStaff && role === 'administrator'} />
    </FormDialog>
  );
}
