import { unitTexts as texts } from '@insamling/texts';
import { Field } from '../ui/Field.tsx';

export interface InvitedPerson {
  readonly name: string;
  readonly email: string;
}

interface PersonFieldsProps {
  readonly person: InvitedPerson;
  readonly onPerson: (person: InvitedPerson) => void;
  /** What is missing is said: somebody has tried to send. */
  readonly isChecked: boolean;
}

/** Whom an invitation is for, to a unit or to the collecting side. */
export function PersonFields({ person, onPerson, isChecked }: PersonFieldsProps) {
  const { name, email } = person;
  return (
    <>
      <Field label={texts.personName} error={isChecked && !hasName(person) ? texts.personNameMissing : undefined} required>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={100}
            value={name}
            onChange={(event) => onPerson({ name: event.target.value, email })}
          />
        )}
      </Field>
      <Field label={texts.email} error={isChecked && !hasAddress(person) ? texts.emailMissing : undefined} required>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="off"
            maxLength={254}
            value={email}
            onChange={(event) => onPerson({ name, email: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

export const isGiven = (person: InvitedPerson): boolean => hasName(person) && hasAddress(person);
const hasName = ({ name }: InvitedPerson): boolean => name.trim() !== '';
/** Only the coarse shape: whether the address exists, the mail tells. */
const hasAddress = ({ email }: InvitedPerson): boolean => /^\S+@\S+\.\S+$/.test(email.trim());
