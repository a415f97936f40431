import type { UnitPerson, UnitView } from '@insamling/contract';
import { shellTexts, unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
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
    <Dialog title={texts.changeRoleOf(person.name)} onClose={onClose}>
      {change.error && (
        <p className="error" role="alert">
          {messageOf(change.error)}
        </p>
      )}
      <RoleFields role={role} isContact={isContact} onRole={setRole} onContact={setContact} />
      <div className="buttons">
        <button type="button" className="button" disabled={change.isPending} onClick={save}>
          {shellTexts.save}
        </button>
        <button type="button" className="button-secondary" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
