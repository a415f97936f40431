import { filePath, receiptPath, type DeliveryView } from '@insamling/contract';
import { count, dayInWords, deliveryTexts, instantInShort } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { useChange } from '../questions.ts';
import { Answer, FormDialog, PageTitle } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { DeliveryFacts } from './DeliveryFacts.tsx';
import { DeliveryHistory } from './DeliveryHistory.tsx';
import { DeliveryTabs } from './DeliveryTabs.tsx';
import { StateTag } from './StateTag.tsx';
import { TaskList } from './TaskList.tsx';
import { isBeingChecked, useDelivery } from './use-delivery.ts';

/** Inlämning, Översikt: the file, how it stands, what is left and what has happened. */
export function DeliveryPage() {
  const { unit } = useParams({ from: '/e/$unit' });
  const delivery = useDelivery(unit);
  return (
    <>
      <PageTitle title={texts.title} />
      <DeliveryTabs unit={unit} />
      <Answer of={delivery} lines={8}>
        {(data) => <Overview delivery={data} />}
      </Answer>
    </>
  );
}

const texts = deliveryTexts.overview;

function Overview({ delivery }: { readonly delivery: DeliveryView }) {
  const { unit, file, receipt } = delivery;
  return (
    <>
      <p className="line-of-tags">
        <StateTag state={delivery.state} />
        {delivery.isLate && <span className="tag tag-error">{deliveryTexts.late}</span>}
        {delivery.dueOn && (
          <span className="muted">
            {texts.lastDay}: {dayInWords(delivery.dueOn)}
          </span>
        )}
      </p>
      <FileNotice delivery={delivery} />
      {delivery.period && <TaskList delivery={delivery} />}
      {file && (
        <>
          <h2>{texts.file}</h2>
          <DeliveryFacts delivery={delivery} />
          <p>
            <a href={filePath(unit, delivery.id ?? '', file.id)} download>
              {texts.download}
            </a>
          </p>
        </>
      )}
      {delivery.corrections > 0 && (
        <p>
          <Link {...paths.corrections(unit)}>{texts.showCorrections}</Link> <span className="muted">({count(delivery.corrections)})</span>
        </p>
      )}
      {receipt && (
        <p>
          <a href={receiptPath(unit, receipt.number)}>{deliveryTexts.start.showReceipt}</a>
        </p>
      )}
      {delivery.may.withdraw && <Withdraw delivery={delivery} />}
      <EarlierFiles delivery={delivery} />
      <DeliveryHistory steps={delivery.steps} />
    </>
  );
}

function FileNotice({ delivery: { file, may, period } }: { readonly delivery: DeliveryView }) {
  if (!file) return period || may.upload ? <p>{texts.noFile}</p> : <p>{deliveryTexts.start.noneOpen}</p>;
  if (isBeingChecked(file)) {
    return (
      <p className="notice" role="status">
        {texts.checking}
      </p>
    );
  }
  if (file.check === 'failed') return <p className="notice notice-error">{texts.checkFailed}</p>;
  return file.isFatal ? <p className="notice notice-error">{texts.unreadable}</p> : null;
}

function Withdraw({ delivery }: { readonly delivery: DeliveryView }) {
  const [isAsking, setAsking] = useState(false);
  const change = useChange('withdrawSubmission', ['delivery']);
  const withdraw = () =>
    change.mutate(
      { unit: delivery.unit, delivery: delivery.id ?? '', expectedVersion: delivery.version },
      {
        onSuccess: () => {
          setAsking(false);
          confirm(texts.withdrawn);
        },
      },
    );
  return (
    <>
      <p className="buttons">
        <button type="button" className="button-secondary" onClick={() => setAsking(true)}>
          {texts.withdraw}
        </button>
      </p>
      {isAsking && (
        <FormDialog
          title={texts.withdrawTitle}
          help={[texts.withdrawHelp]}
          change={change}
          action={texts.withdraw}
          onAct={withdraw}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function EarlierFiles({ delivery }: { readonly delivery: DeliveryView }) {
  if (delivery.earlierFiles.length === 0) return null;
  return (
    <>
      <h2>{texts.earlierFiles}</h2>
      <ul className="plain">
        {delivery.earlierFiles.map((file) => (
          <li key={file.id}>
            <a href={filePath(delivery.unit, delivery.id ?? '', file.id)} download>
              {texts.fileLine(file.number, file.name)}
            </a>{' '}
            <span className="muted">{texts.uploadedBy(instantInShort(file.uploadedAt), file.uploadedBy)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
