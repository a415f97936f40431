import type { UnitPerson, UnitView } from '@insamling/contract';
import { unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { RoleFields } from './RoleFields.tsx';

interface PersonDialogProps {
  readonly unit: UnitView;
  readonly person: UnitPerson;
  readonly onClose: () => void;
}

/** Changes what a person may do for the unit. */
export function ChangeRoleDialog({ unit, person, onClose }: PersonDialogProps) {
  const [role, setRole] = useState(person.role);
  const [isContact, setContact] = useState(person.isContact);
  const change = useChange('changePerson', ['unit', 'access']);
  const save = () =>
    change.mutate(
      { unit: unit.unit, accountId: person.accountId, role, isContact },
      {
        onSuccess: () => {
          onClose();
          confirm(texts.roleSaved(person.name));
        },
      },
    );
  return (
    <FormDialog title={texts.changeRoleOf(person.name)} change={change} onAct={save} onClose={onClose}>
      <RoleFields role={role} isContact={isContact} onRole={setRole} onContact={setContact} />
    </FormDialog>
  );
}
