import { shellTexts, stepUpTexts as texts } from '@insamling/texts';
import { useEffect, useRef, useState } from 'react';
import { ask, confirmWith } from '../client.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { messageOf } from './Answer.tsx';
import { factsOf } from './step-up-facts.ts';
import { StepUpWithPasskey } from './StepUpWithPasskey.tsx';
import { StepUpAtProvider } from './StepUpAtProvider.tsx';

/** «Bekräfta att det är du»: opened by a request that the server will not answer before; the request is then repeated. */
export function StepUpDialog() {
  const [purpose, setPurpose] = useState<string | null>(null);
  const waiting = useRef<((isConfirmed: boolean) => void) | null>(null);
  useEffect(
    () =>
      confirmWith(
        (asked) =>
          new Promise((answer) => {
            // One proof at a time: who asked before is told no, and may ask again.
            waiting.current?.(false);
            waiting.current = answer;
            setPurpose(asked);
          }),
      ),
    [],
  );
  if (purpose === null) return null;
  const close = (isConfirmed: boolean) => {
    setPurpose(null);
    waiting.current?.(isConfirmed);
    waiting.current = null;
  };
  return <StepUpForm key={purpose} purpose={purpose} onClose={close} />;
}

function StepUpForm({ purpose, onClose }: { readonly purpose: string; readonly onClose: (isConfirmed: boolean) => void }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const about = purpose.split(':')[0] ?? '';
  // As they were when the question was put: the proof is for just these.
  const [facts] = useState(() => factsOf(about));
  const input = useRef<HTMLInputElement>(null);
  // Where the work is, and not on the first thing of the dialog that can have the focus.
  useEffect(() => input.current?.focus(), []);
  const tell = (text: string) => {
    setProblem(text);
    input.current?.focus();
    input.current?.select();
  };
  const send = async () => {
    if (code.trim() === '') return tell(texts.missing);
    setSending(true);
    try {
      const { outcome, minutes } = await ask('stepUp', { purpose, code });
      if (outcome === 'confirmed') return onClose(true);
      tell(outcome === 'wrong' ? texts.wrong : outcome === 'paused' ? texts.paused(minutes ?? 15) : texts.blocked);
    } catch (error) {
      tell(messageOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Dialog title={texts.title} onClose={() => onClose(false)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{texts.why(about)}</p>
        {facts.length > 0 && (
          <dl className="facts">
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <Field label={texts.code} hint={texts.hint} error={problem} required>
          {(control) => (
            <input
              {...control}
              ref={input}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <div className="buttons">
          <button type="submit" className="button" disabled={isSending}>
            {texts.confirm}
          </button>
          <button type="button" className="button-secondary" onClick={() => onClose(false)}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
      <StepUpWithPasskey purpose={purpose} onConfirmed={() => onClose(true)} />
      <StepUpAtProvider purpose={purpose} />
    </Dialog>
  );
}
