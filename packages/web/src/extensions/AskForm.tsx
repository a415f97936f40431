import type { ExtensionReason } from '@insamling/contract';
import { dayInWords, extensionTexts as texts, shellTexts } from '@insamling/texts';
import { useState } from 'react';
import { Refusal } from '../client.ts';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { ErrorSummary, type FieldError } from '../ui/ErrorSummary.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';
import style from './extensions.module.css';
import { wishedDateOf, type TypedDate } from './wished-date.ts';

interface AskFormProps {
  readonly unit: string;
  readonly dueOn: string;
  readonly latestOn: string;
}

const reasons = Object.keys(texts.reasons) as ExtensionReason[];
const noDate: TypedDate = { day: '', month: '', year: '' };

/** A request for a later last day: date, reason, comment. */
export function AskForm({ unit, dueOn, latestOn }: AskFormProps) {
  const [date, setDate] = useState(noDate);
  const [reason, setReason] = useState<ExtensionReason | ''>('');
  const [comment, setComment] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const ask = useChange('requestExtension', ['extensions']);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  function send() {
    const wished = wishedDateOf(date);
    const wishedDueOn = 'date' in wished ? wished.date : '';
    const found: FieldError[] = [];
    if ('fault' in wished) found.push({ field: 'dag', text: texts.dateFaults[wished.fault] });
    else if (wishedDueOn <= dueOn || wishedDueOn > latestOn)
      found.push({ field: 'dag', text: texts.dateRange(dayInWords(dueOn), dayInWords(latestOn)) });
    if (!reason) found.push({ field: 'orsak', text: texts.reasonMissing });
    if (reason === 'other' && comment.trim() === '') found.push({ field: 'kommentar', text: texts.commentMissing });
    setErrors(found);
    if (found.length > 0 || !reason) return;
    ask.mutate(
      { unit, wishedDueOn, reason, comment },
      {
        onSuccess: () => confirm(texts.sent),
        onError: (error) => {
          const isOfComment = error instanceof Refusal && error.code === 'request.holds-personal-number';
          setErrors([{ field: isOfComment ? 'kommentar' : 'dag', text: messageOf(error) }]);
        },
      },
    );
  }

  return (
    <form
      className="card narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{texts.askTitle}</h2>
      <ErrorSummary title={shellTexts.problemTitle} errors={errors} />
      <p className="muted small">{shellTexts.required}</p>
      <fieldset className="field">
        <legend>{texts.wished} *</legend>
        <span id="datum-hint" className="hint">
          {texts.wishedHint(dayInWords(latestOn))}
        </span>
        {errorOf('dag') && (
          <span id="datum-fel" className="error">
            {errorOf('dag')}
          </span>
        )}
        <div className={style['date']}>
          <DatePart
            id="dag"
            label={texts.day}
            length={2}
            value={date.day}
            isWrong={Boolean(errorOf('dag'))}
            onChange={(day) => setDate({ ...date, day })}
          />
          <DatePart
            id="manad"
            label={texts.month}
            length={2}
            value={date.month}
            isWrong={Boolean(errorOf('dag'))}
            onChange={(month) => setDate({ ...date, month })}
          />
          <DatePart
            id="ar"
            label={texts.year}
            length={4}
            value={date.year}
            isWrong={Boolean(errorOf('dag'))}
            onChange={(year) => setDate({ ...date, year })}
          />
        </div>
      </fieldset>
      <Field id="orsak" label={texts.reason} error={errorOf('orsak')} required>
        {(control) => (
          <select {...control} value={reason} onChange={(event) => setReason(reasons.find((one) => one === event.target.value) ?? '')}>
            <option value="">{texts.chooseReason}</option>
            {reasons.map((one) => (
              <option key={one} value={one}>
                {texts.reasons[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="kommentar" label={texts.comment} hint={texts.commentHint} error={errorOf('kommentar')}>
        {(control) => <textarea {...control} maxLength={1000} value={comment} onChange={(event) => setComment(event.target.value)} />}
      </Field>
      <button type="submit" className="button" disabled={ask.isPending}>
        {texts.send}
      </button>
    </form>
  );
}

interface DatePartProps {
  readonly id: string;
  readonly label: string;
  readonly length: number;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

function DatePart({ id, label, length, value, isWrong, onChange }: DatePartProps) {
  return (
    <div className={length === 4 ? style['year'] : style['part']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={length}
        value={value}
        aria-required="true"
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? 'datum-fel datum-hint' : 'datum-hint'}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
