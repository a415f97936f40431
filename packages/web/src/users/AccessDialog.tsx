import type { UnitRole, UserView } from '@insamling/contract';
import { userTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer, useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import { RoleFields } from '../units/index.ts';
import { nameOf } from './user-words.ts';

interface AccessDialogProps {
  readonly user: UserView;
  /** The role that is changed; without it one is given in a unit to choose. */
  readonly access?: UserView['units'][number];
  readonly onClose: () => void;
}

/** Gives or changes a role in a unit; the unit's own log says so. */
export function AccessDialog({ user, access, onClose }: AccessDialogProps) {
  const [unit, setUnit] = useState(access?.unit ?? '');
  const [role, setRole] = useState<UnitRole>(access?.role ?? 'respondent');
  const [isContact, setContact] = useState(access?.isContact ?? false);
  const [wasSent, setSent] = useState(false);
  const units = useAnswer('listUnits', {}, access === undefined);
  const give = useChange('invitePerson', ['access', 'unit']);
  const change = useChange('changePerson', ['access', 'unit']);
  const after = {
    onSuccess: () => {
      onClose();
      confirm(access ? texts.roleDone : texts.addAccessDone);
    },
  };
  const save = () => {
    setSent(true);
    if (unit === '') return;
    if (access) change.mutate({ unit, accountId: user.accountId, role, isContact }, after);
    else give.mutate({ unit, email: user.email ?? '', name: nameOf(user), role, isContact }, after);
  };
  const taken = new Set(user.units.map((one) => one.unit));
  return (
    <FormDialog
      title={access ? texts.changeAccessOf(access.name) : texts.addAccessTitle(nameOf(user))}
      change={access ? change : give}
      onAct={save}
      onClose={onClose}
    >
      {!access && (
        <Field label={texts.unit} error={wasSent && unit === '' ? texts.unitMissing : undefined} required>
          {(control) => (
            <select {...control} value={unit} onChange={(event) => setUnit(event.target.value)}>
              <option value="">{texts.chooseUnit}</option>
              {(units.data ?? [])
                .filter((one) => !taken.has(one.unit))
                .map((one) => (
                  <option key={one.unit} value={one.unit}>
                    {one.name} {one.unit}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
      <RoleFields role={role} isContact={isContact} onRole={setRole} onContact={setContact} />
    </FormDialog>
  );
}
