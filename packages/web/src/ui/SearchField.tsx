import { useEffect, useRef, useState } from 'react';
import { Field } from './Field.tsx';
import { asking, begun, received, wish } from './typing.ts';

interface SearchFieldProps {
  readonly label: string;
  /** What is searched for; when it is changed elsewhere, the field shows that. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const pause = 300;

/** A word to search by, told when the typing pauses. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typing, setTyping] = useState(() => begun(value));
  // A page that is drawn anew meanwhile does not make the pause longer.
  const tell = useRef(onChange);
  useEffect(() => void (tell.current = onChange));
  useEffect(() => setTyping((now) => received(now, value)), [value]);
  const word = wish(typing);
  useEffect(() => {
    if (word === undefined) return;
    const timer = setTimeout(() => {
      setTyping((now) => asking(now, word));
      tell.current(word);
    }, pause);
    return () => clearTimeout(timer);
  }, [word]);
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="search"
          autoComplete="off"
          maxLength={100}
          value={typing.text}
          onChange={({ target: { value: text } }) => setTyping((now) => ({ ...now, text }))}
        />
      )}
    </Field>
  );
}
