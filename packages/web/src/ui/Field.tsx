import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** The control; it is given the attributes that tie label, hint and error to it. */
  readonly children: (control: ControlAttributes) => ReactNode;
  /** Fixed id, so that an error summary can link to the control. */
  readonly id?: string;
}

export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** A labelled control with its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error, required = false, children, id }: FieldProps) {
  const made = useId();
  const control = id ?? made;
  const described = [hint && `${control}-hint`, error && `${control}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={control}>
        {label}
        {required && ' *'}
      </label>
      {hint && (
        <span id={`${control}-hint`} className="hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${control}-error`} className="error">
          {error}
        </span>
      )}
      {children({
        id: control,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
    </div>
  );
}
