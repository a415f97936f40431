import type { UnitPerson, UnitView } from '@insamling/contract';
import { shellTexts, unitTexts as texts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { confirm } from '../ui/toasts.ts';

interface PersonDialogProps {
  readonly unit: UnitView;
  readonly person: UnitPerson;
  readonly onClose: () => void;
}

/** Takes a person out of the unit, or an invitation back, after naming who and what it means. */
export function RemoveDialog({ unit, person, onClose }: PersonDialogProps) {
  const isInvited = person.status === 'invited';
  const remove = useChange('removePerson', ['unit', 'access']);
  const go = () =>
    remove.mutate(
      { unit: unit.unit, accountId: person.accountId },
      {
        onSuccess: () => {
          onClose();
          confirm(isInvited ? texts.withdrawn(person.name) : texts.removed(person.name));
        },
      },
    );
  return (
    <Dialog title={(isInvited ? texts.withdrawTitle : texts.removeTitle)(person.name, unit.name)} onClose={onClose}>
      <p>{isInvited ? texts.withdrawHelp(person.name) : texts.removeHelp(person.name, unit.name)}</p>
      {remove.error && (
        <p className="error" role="alert">
          {messageOf(remove.error)}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button" disabled={remove.isPending} onClick={go}>
          {isInvited ? texts.withdraw : texts.remove}
        </button>
        <button type="button" className="button-secondary" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
