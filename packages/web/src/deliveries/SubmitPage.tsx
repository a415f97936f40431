import { receiptPath, type DeliveryView } from '@insamling/contract';
import { checksumAloud, count, dayInWords, dayOf, deliveryTexts, periodInWords, receiptTexts, shellTexts, timeOf } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { Refusal } from '../client.ts';
import { paths } from '../paths.ts';
import { useAnswer, useChange } from '../questions.ts';
import { Answer, messageOf, PageTitle, useConfirmedFacts, type ConfirmedFact } from '../shell/index.ts';
import { DeliveryTabs } from './DeliveryTabs.tsx';
import { isSubmitted } from './next-step.ts';
import { isBeingChecked, useDelivery } from './use-delivery.ts';

/** Lämna in: everything once more on one page, and one button. */
export function SubmitPage() {
  const { unit } = useParams({ from: '/e/$unit' });
  const delivery = useDelivery(unit);
  return (
    <>
      <PageTitle title={texts.title} />
      <DeliveryTabs unit={unit} />
      <Answer of={delivery} lines={8}>
        {(data) => <CheckBeforeSubmitting delivery={data} />}
      </Answer>
    </>
  );
}

const texts = deliveryTexts.submit;

function CheckBeforeSubmitting({ delivery }: { readonly delivery: DeliveryView }) {
  const { unit, file, counts, receipt } = delivery;
  if (isSubmitted(delivery) && receipt) {
    return (
      <p className="notice notice-done">
        {texts.already(dayInWords(dayOf(receipt.submittedAt)), timeOf(receipt.submittedAt), receipt.number)}{' '}
        <a href={receiptPath(unit, receipt.number)}>{deliveryTexts.start.showReceipt}</a>
      </p>
    );
  }
  if (!file) {
    return (
      <p>
        {texts.noFile} <Link {...paths.upload(unit)}>{deliveryTexts.tasks.upload}</Link>
      </p>
    );
  }
  if (isBeingChecked(file) || !counts) return <p className="notice">{deliveryTexts.overview.checking}</p>;
  return (
    <>
      <Summary delivery={delivery} />
      <Act delivery={delivery} errors={counts.errors + counts.fatal} warnings={counts.warningsLeft} />
    </>
  );
}

function Summary({ delivery }: { readonly delivery: DeliveryView }) {
  const { unit, file, counts } = delivery;
  const { data: periods } = useAnswer('showUnitPeriods', { unit });
  if (!file || !counts) return null;
  const rows = [
    { name: texts.unit, value: delivery.unitName },
    { name: texts.file, value: file.name, link: paths.upload(unit) },
    { name: texts.rows, value: count(file.records) },
    { name: texts.errorsLeft, value: count(counts.errors + counts.fatal), link: paths.checks(unit, { visa: 'fel' }) },
    {
      name: texts.warnings,
      value: texts.warningsHandled(counts.warnings - counts.warningsLeft, counts.warnings),
      link: paths.checks(unit, { visa: 'varningar' }),
    },
    { name: texts.corrections, value: count(delivery.corrections), link: paths.corrections(unit) },
    { name: texts.comments, value: count(delivery.explanations) },
    ...(periods?.forUnit?.extendedTo
      ? [{ name: texts.extension, value: texts.extendedTo(dayInWords(periods.forUnit.extendedTo)), link: paths.extensions(unit) }]
      : []),
  ];
  return (
    <dl className="facts">
      {rows.map(({ name, value, link }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {link && (
            <dd>
              <Link {...link} aria-label={`${shellTexts.change} ${name}`}>
                {shellTexts.change}
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Act({ delivery, errors, warnings }: { readonly delivery: DeliveryView; readonly errors: number; readonly warnings: number }) {
  const { unit } = delivery;
  if (errors > 0) {
    return (
      <div className="notice notice-error">
        <p>{texts.errorsMust(errors)}</p>
        <Link {...paths.checks(unit, { visa: 'fel' })} className="button">
          {texts.fixErrors}
        </Link>
      </div>
    );
  }
  if (warnings > 0) {
    return (
      <div className="notice notice-warning">
        <p>{texts.warningsMust(warnings)}</p>
        <Link {...paths.checks(unit, { visa: 'kvar' })} className="button">
          {texts.handleWarnings}
        </Link>
      </div>
    );
  }
  return delivery.may.submit ? <SubmitForm delivery={delivery} /> : <p className="notice">{texts.mayNot}</p>;
}

function SubmitForm({ delivery }: { readonly delivery: DeliveryView }) {
  const [isConfirmed, setConfirmed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const submit = useChange('submitDelivery', ['delivery']);
  useConfirmedFacts('submit', useSubmittedFacts(delivery));
  // What the user has looked at. If the delivery changes meanwhile, the tick no longer holds.
  const [seenVersion, setSeenVersion] = useState(delivery.version);
  const hasChanged = seenVersion !== delivery.version;
  const problem = hasChanged ? texts.changed : submit.error && messageOf(submit.error);

  const send = () => {
    setMissing(!isConfirmed);
    if (!isConfirmed) return box.current?.focus();
    submit.mutate(
      {
        unit: delivery.unit,
        delivery: delivery.id ?? '',
        expectedVersion: seenVersion,
        sha256: delivery.file?.sha256 ?? '',
        confirmed: true,
      },
      {
        onSuccess: ({ number }) => location.assign(receiptPath(delivery.unit, number)),
        onError: (error) => {
          if (error instanceof Refusal && error.code === 'delivery.changed-meanwhile') setConfirmed(false);
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {problem && (
        <p className="notice notice-warning" role="alert">
          {problem}
        </p>
      )}
      <div className="field">
        {isMissing && (
          <span id="bekrafta-fel" className="error" role="alert">
            {texts.confirmMissing}
          </span>
        )}
        <label className="choice">
          <input
            ref={box}
            type="checkbox"
            checked={isConfirmed && !hasChanged}
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? 'bekrafta-fel' : undefined}
            onChange={(event) => {
              setConfirmed(event.target.checked);
              setSeenVersion(delivery.version);
            }}
          />
          {texts.confirm} *
        </label>
      </div>
      <button type="submit" className="button" disabled={submit.isPending}>
        {submit.isPending ? texts.submitting : texts.submit}
      </button>
    </form>
  );
}

/** What the code is given for: the same lines stand in the receipt. */
function useSubmittedFacts({ unit, unitName, file }: DeliveryView): readonly ConfirmedFact[] {
  const { data: periods } = useAnswer('showUnitPeriods', { unit });
  return useMemo(
    () => [
      { name: receiptTexts.unit, value: `${unit} ${unitName}` },
      ...(periods?.round && periods.running
        ? [{ name: receiptTexts.period, value: periodInWords(periods.round.name, periods.running.kind) }]
        : []),
      ...(file
        ? [
            { name: receiptTexts.records, value: count(file.records) },
            { name: receiptTexts.checksum, value: <Checksum sha256={file.sha256} /> },
          ]
        : []),
    ],
    [unit, unitName, periods, file],
  );
}

function Checksum({ sha256 }: { readonly sha256: string }) {
  return (
    <details>
      <summary>{checksumAloud(sha256)}</summary>
      <span>{sha256}</span>
    </details>
  );
}
