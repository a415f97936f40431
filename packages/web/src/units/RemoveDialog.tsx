import type { UnitPerson, UnitView } from '@insamling/contract';
import { unitTexts as texts } from '@insamling/texts';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
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
    <FormDialog
      title={(isInvited ? texts.withdrawTitle : texts.removeTitle)(person.name, unit.name)}
      help={[isInvited ? texts.withdrawHelp(person.name) : texts.removeHelp(person.name, unit.name)]}
      change={remove}
      action={isInvited ? texts.withdraw : texts.remove}
      onAct={go}
      onClose={onClose}
    />
  );
}
