import type { Period } from '@insamling/contract';
import { periodTexts as texts, shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import { asParagraphs, asText, differences, type PeriodDraft } from './differences.ts';
import { PeriodNotice } from './PeriodNotice.tsx';

const days = ['opensOn', 'dueOn', 'lastUploadOn', 'closesOn'] as const;

/** A draft of a period's days and texts, with the notice as Start will show it; nothing counts before «Publicera». */
export function PeriodForm({ period, onDone }: { readonly period: Period; readonly onDone: () => void }) {
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
  const isWhole = days.every((day) => draft[day] !== '') && draft.texts.heading.trim() !== '' && draft.texts.nextHeading.trim() !== '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) setPublishing(true);
      }}
    >
      <h4>{texts.dates}</h4>
      <div className="filters">
        {days.map((day) => (
          <Field key={day} label={texts[day]} error={draft[day] === '' ? texts.dateMissing(texts[day]) : undefined} required>
            {(control) => (
              <input {...control} type="date" value={draft[day]} onChange={(event) => setDraft({ ...draft, [day]: event.target.value })} />
            )}
          </Field>
        ))}
      </div>
      <h4>{texts.texts}</h4>
      <p className="muted small">{texts.gapsHint}</p>
      <Field label={texts.heading} error={draft.texts.heading.trim() === '' ? texts.headingMissing : undefined} required>
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
      <Field label={texts.nextHeading} error={draft.texts.nextHeading.trim() === '' ? texts.headingMissing : undefined} required>
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
      {isPublishing && <PublishDialog period={period} draft={draft} onClose={() => setPublishing(false)} onDone={onDone} />}
    </form>
  );
}

interface PublishDialogProps {
  readonly period: Period;
  readonly draft: PeriodDraft;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function PublishDialog({ period, draft, onClose, onDone }: PublishDialogProps) {
  const change = useChange('changePeriod', ['period']);
  const changes = differences(period, draft);
  const publish = () =>
    change.mutate(
      { period: period.id, ...draft, expectedVersion: period.version },
      {
        onSuccess: () => {
          onDone();
          confirm(texts.published);
        },
      },
    );
  return (
    <Dialog title={texts.publishTitle} onClose={onClose}>
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
      <div className="buttons">
        {changes.length > 0 && (
          <button type="button" className="button" disabled={change.isPending} onClick={publish}>
            {texts.publish}
          </button>
        )}
        <button type="button" className="button-secondary" onClick={onClose}>
          {shellTexts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
