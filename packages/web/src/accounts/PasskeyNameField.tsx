import { factorTexts } from '@insamling/texts';
import { Field } from '../ui/Field.tsx';

interface PasskeyNameFieldProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
  readonly error: string | undefined;
}

/** What the person calls the passkey. */
export function PasskeyNameField({ name, onChange, error }: PasskeyNameFieldProps) {
  const { name: label, nameHint } = factorTexts.passkey;
  return (
    <Field label={label} hint={nameHint} error={error} required>
      {(control) => (
        <input {...control} autoComplete="off" maxLength={60} value={name} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
