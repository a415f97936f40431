import type { Period, ProblemCode } from '@insamling/contract';
import { periodTexts as texts, shellTexts } from '@insamling/texts';
import { useRef, useState } from 'react';
import { Refusal } from '../client.ts';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary, type FieldError } from '../ui/ErrorSummary.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import { asParagraphs, asText, closesWhatIsOpen, differences, faultsIn, type PeriodDraft } from './differences.ts';
import { PeriodNotice } from './PeriodNotice.tsx';

const days = ['opensOn', 'dueOn', 'lastUploadOn', 'closesOn'] as const;

interface PeriodFormProps {
  readonly period: Period;
  /** What is typed by who closes the period. */
  readonly name: string;
  readonly today: string;
  readonly onDone: () => void;
}

/** A draft of a period's days and texts, with the notice as Start will show it; nothing counts before «Publicera». */
export function PeriodForm({ period, name, today, onDone }: PeriodFormProps) {
  const [draft, setDraft] = useState<PeriodDraft>({
    opensOn: period.opensOn,
    dueOn: period.dueOn,
    lastUploadOn: period.lastUploadOn,
    closesOn: period.closesOn,
    texts: period.texts,
  });
  const [paragraphs, setParagraphs] = useState(asText(period.texts.paragraphs));
  const [nextParagraphs, setNextParagraphs] = useState(asText(period.texts.nextParagraphs));
  const [isPublishing, setPublishing] = useState(false);
  const changeTexts = (changed: Partial<PeriodDraft['texts']>) => setDraft({ ...draft, texts: { ...draft.texts, ...changed } });
  const [told, setTold] = useState<readonly FieldError[]>([]);
  const faults = faultsIn(draft);
  const isWhole = Object.keys(faults).length === 0;
  // Several periods may be open beside each other.
  const idOf = (field: string) => `${field}-${period.id}`;
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTold(Object.entries(faults).map(([field, text]) => ({ field: idOf(field), text })));
          if (isWhole) setPublishing(true);
        }}
      >
        <ErrorSummary title={shellTexts.problemTitle} errors={told} />
        <h4>{texts.dates}</h4>
        <div className="filters">
          {days.map((day) => (
            <Field key={day} id={idOf(day)} label={texts[day]} error={faults[day]} required>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  value={draft[day]}
                  onChange={(event) => setDraft({ ...draft, [day]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <h4>{texts.texts}</h4>
        <p className="muted small">{texts.gapsHint}</p>
        <Field id={idOf('heading')} label={texts.heading} error={faults.heading} required>
          {(control) => (
            <input
              {...control}
              maxLength={300}
              value={draft.texts.heading}
              onChange={(event) => changeTexts({ heading: event.target.value })}
            />
          )}
        </Field>
        <Field label={texts.paragraphs} hint={texts.paragraphsHint}>
          {(control) => (
            <textarea
              {...control}
              rows={8}
              value={paragraphs}
              onChange={(event) => {
                setParagraphs(event.target.value);
                changeTexts({ paragraphs: asParagraphs(event.target.value) });
              }}
            />
          )}
        </Field>
        <Field id={idOf('nextHeading')} label={texts.nextHeading} error={faults.nextHeading} required>
          {(control) => (
            <input
              {...control}
              maxLength={300}
              value={draft.texts.nextHeading}
              onChange={(event) => changeTexts({ nextHeading: event.target.value })}
            />
          )}
        </Field>
        <Field label={texts.nextParagraphs} hint={texts.paragraphsHint}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              value={nextParagraphs}
              onChange={(event) => {
                setNextParagraphs(event.target.value);
                changeTexts({ nextParagraphs: asParagraphs(event.target.value) });
              }}
            />
          )}
        </Field>
        {isWhole && (
          <>
            <h4>{texts.preview}</h4>
            <PeriodNotice period={draft} heading="h5" />
            <h4>{texts.previewNext}</h4>
            <PeriodNotice period={draft} isNext heading="h5" />
          </>
        )}
        <div className="buttons">
          <button type="submit" className="button">
            {texts.publish}
          </button>
          <button type="button" className="button-secondary" onClick={onDone}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
      {isPublishing && (
        <PublishDialog period={period} name={name} today={today} draft={draft} onClose={() => setPublishing(false)} onDone={onDone} />
      )}
    </>
  );
}

interface PublishDialogProps extends PeriodFormProps {
  readonly draft: PeriodDraft;
  readonly onClose: () => void;
}

function PublishDialog({ period, name, today, draft, onClose, onDone }: PublishDialogProps) {
  const change = useChange('changePeriod', ['period']);
  const [typed, setTyped] = useState('');
  const [isNameWrong, setNameWrong] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const changes = differences(period, draft);
  // The server has the last word: at midnight a page left open may know less than it.
  const isClosing = closesWhatIsOpen(period, draft, today) || isRefusedFor(change.error, 'period.name-not-typed');
  const publish = () => {
    const isWrong = isClosing && typed.trim() !== name;
    setNameWrong(isWrong);
    if (isWrong) return nameField.current?.focus();
    change.mutate(
      { period: period.id, ...draft, expectedVersion: period.version, ...(isClosing ? { confirmName: typed } : {}) },
      {
        onSuccess: () => {
          onDone();
          confirm(texts.published);
        },
      },
    );
  };
  return (
    <Dialog title={texts.publishTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          publish();
        }}
      >
        {changes.length === 0 ? (
          <p>{texts.noChanges}</p>
        ) : (
          <>
            <ul>
              {changes.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            <p>{texts.publishHelp}</p>
          </>
        )}
        {change.error && (
          <p className="error" role="alert">
            {messageOf(change.error)}
          </p>
        )}
        {isClosing && (
          <>
            <p className="notice notice-warning">{texts.closes[period.kind]}</p>
            <Field label={texts.nameToType} hint={texts.nameToTypeHint(name)} error={isNameWrong ? texts.nameDiffers : undefined} required>
              {(control) => (
                <input {...control} ref={nameField} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
              )}
            </Field>
          </>
        )}
        <div className="buttons">
          {changes.length > 0 && (
            <button type="submit" className="button" disabled={change.isPending}>
              {texts.publish}
            </button>
          )}
          <button type="button" className="button-secondary" onClick={onClose}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const isRefusedFor = (error: Error | null, code: ProblemCode): boolean => error instanceof Refusal && error.code === code;
